import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { UserError } from "../../definition/errors.js";
import { type Measured, measuredEntries } from "../../history/measured.js";
import { parseJson } from "../../history/parse-json.js";

/**
 * Reads metrics.json of a folder of results. Entries without a value are skipped; the order is kept.
 * @throws {UserError} if there is no metrics.json, or it is not a JSON object
 */
export function readMetrics(folder: string): ReadonlyMap<string, Measured> {
  const file = join(folder, "metrics.json");
  if (!existsSync(file)) throw new UserError(`${file} does not exist. Collect the results of a run first.`);
  const content = z.record(z.string(), z.unknown()).safeParse(parseJson(readFileSync(file, "utf8")));
  if (!content.success) throw new UserError(`${file}: expected a JSON object with a value for each metric.`);
  return new Map(measuredEntries(content.data));
}
