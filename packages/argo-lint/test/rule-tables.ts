import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { RuleTable } from "./table.js";

const folder = join(import.meta.dirname, "rules");

/** The tables of all rules, in the order of their files. */
export function ruleTables(): Promise<RuleTable[]> {
  return Promise.all(
    readdirSync(folder)
      .filter((file) => file.endsWith(".ts"))
      .sort()
      .map(async (file): Promise<RuleTable> => {
        const module: { table: RuleTable } = await import(join(folder, file));
        return module.table;
      }),
  );
}
