/** `npm run bench`: the pipeline beside the same work in Python; see `--help`. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compare } from "./compare.js";
import { comparisonsAtRows, comparisonsOfTemplate } from "./comparisons.js";
import { benchLint } from "./lint.js";
import { describeMachine } from "./machine.js";
import { type BenchOptions, benchOptions, help } from "./options.js";
import { findSection } from "./performance-page.js";
import { pythonEnvironment } from "./python-environment.js";
import { markdownTable, textTable } from "./result-table.js";
import { printStepOfImage } from "./step-of-image.js";

const root = join(import.meta.dirname, "..");

async function bench({ rows, rounds, write }: BenchOptions, scratch: string): Promise<void> {
  const section = write ? findSection(root, rows === undefined ? "template" : `${rows} rows`) : undefined;
  const python = pythonEnvironment();
  const setting = { root, scratch, python };
  const comparisons = rows === undefined ? comparisonsOfTemplate(setting) : comparisonsAtRows(setting, rows);
  const machine = `${rounds === 1 ? "One round" : `Medians of ${rounds} rounds in turn`}. ${describeMachine(python)}`;
  const sections = [machine];
  console.log(machine);
  for (const { title, candidates } of comparisons) {
    const results = await compare(candidates, rounds, root);
    console.log(`\n${textTable(title, results)}`);
    sections.push(markdownTable(title, results));
  }
  if (rows === undefined) {
    await printStepOfImage(root, scratch, join(scratch, "runs", "latest"), 3 * rounds);
    await benchLint(rounds, root, scratch);
  }
  section?.write(sections.join("\n\n"));
}

const scratch = mkdtempSync(join(tmpdir(), "bench-"));
try {
  const options = benchOptions(process.argv.slice(2));
  if (options === undefined) console.log(help);
  else await bench(options, scratch);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
