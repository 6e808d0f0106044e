import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { UserError } from "../../definition/errors.js";

const measured = z.object({
  value: z.number(),
  interval: z.object({ low: z.number(), high: z.number() }).optional(),
});

/** A metric's value, with its confidence interval if it has one. */
export type Measured = z.output<typeof measured>;

/**
 * Reads metrics.json of a folder of results. Entries without a value are skipped; the order is kept.
 * @throws {UserError} if there is no metrics.json, or it is not a JSON object
 */
export function readMetrics(folder: string): ReadonlyMap<string, Measured> {
  const file = join(folder, "metrics.json");
  if (!existsSync(file)) throw new UserError(`${file} does not exist. Collect the results of a run first.`);
  const content = z.record(z.string(), z.unknown()).safeParse(parsed(readFileSync(file, "utf8")));
  if (!content.success) throw new UserError(`${file}: expected a JSON object with a value for each metric.`);
  const metrics = Object.entries(content.data).flatMap(([name, each]): [string, Measured][] => {
    const found = measured.safeParse(each);
    return found.success ? [[name, found.data]] : [];
  });
  return new Map(metrics);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
