import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tempDir } from "../../workflow/test/cli/fixture-project.js";
import { type Options, readOptions } from "../src/cli/options.js";
import { type PlannedProject, planProject } from "../src/cli/plan-project.js";
import { takingProposals } from "../src/cli/questions.js";
import { dataSummary } from "../src/cli/summary.js";
import { csvText } from "../src/csv/write-csv.js";
import { dataPage } from "../src/write/data-page.js";
import { datasetSource } from "../src/write/dataset.js";

const rows = 40;
const numbers = (step: number): string[] => Array.from({ length: rows }, (_, i) => `${(i * step) % 17}.5`);
const classes = Array.from({ length: rows }, (_, i) => (i % 3 === 0 ? "yes" : "no"));

/** Plans a project from a file with these columns and the target `churned`, without asking. */
function plan(
  columns: Readonly<Record<string, readonly string[]>>,
  ...args: string[]
): Promise<PlannedProject> {
  const folder = tempDir();
  const all = { ...columns, churned: classes };
  writeFileSync(join(folder, "given.csv"), csvText(Object.keys(all), Object.values(all)));
  const options: Options = readOptions(["--data", "given.csv", "--target", "churned", ...args], "create", {});
  const progress = { show: () => {}, end: () => {} };
  return planProject(options, folder, "mine", { asked: takingProposals(new Map()), progress });
}

/** The data of a planned project, and the texts that are written about it. */
function textsOf({ project, inferred }: PlannedProject): {
  contract: string;
  page: string;
  summary: string[];
} {
  const { data } = project;
  if (data === undefined) throw new Error("the project has no data of its own");
  const complete = { ...project, packages: "registry" } as const;
  return {
    contract: datasetSource(complete, data),
    page: dataPage(complete, data),
    summary: dataSummary(project, inferred),
  };
}

test("an ignored column is not learned from: contract, page and summary say so", async () => {
  const planned = await plan(
    { a: numbers(3), "b, c": numbers(5), d: numbers(7) },
    "--ignore",
    "b, c",
    "--ignore",
    "d",
  );

  const { contract, page, summary } = textsOf(planned);
  expect(planned.project.data?.inferred.leftOut).toEqual([
    { name: "b, c", because: "you asked so" },
    { name: "d", because: "you asked so" },
  ]);
  expect(contract).toContain('ignore: ["b, c","d"]');
  expect(page).toContain("- b, c: you asked so.");
  expect(summary).toContain("Left out: d: you asked so.");
});

test("several columns can be ignored by one option", async () => {
  const planned = await plan({ a: numbers(3), b: numbers(5), c: numbers(7) }, "--ignore", "b, c");

  expect(planned.project.data?.inferred.features.map(({ name }) => name)).toEqual(["a"]);
});

test.each([
  [["--ignore", "tenur"], /--ignore: There is no column "tenur" in .* Did you mean "tenure"\?/],
  [["--ignore", "churned"], '--ignore: "churned" is the target'],
  [["--ignore", "tenure,"], '--ignore: There is no column ""'],
])("%j is refused", async (args, message) => {
  await expect(plan({ tenure: numbers(3), a: numbers(5) }, ...args)).rejects.toThrow(message);
});
