import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { tempDir } from "../../workflow/test/cli/fixture-project.js";
import { type Options, readOptions } from "../src/cli/options.js";
import { type PlannedProject, planProject } from "../src/cli/plan-project.js";
import { type Questions, takingProposals } from "../src/cli/questions.js";
import { dataSummary } from "../src/cli/summary.js";
import { csvText } from "../src/csv/write-csv.js";
import { dataPage } from "../src/write/data-page.js";
import { dataTest } from "../src/write/data-test.js";
import { datasetSource } from "../src/write/dataset.js";
import { withOwnData } from "../src/write/workflow.js";

const rows = 40;
const numbers = (step: number): string[] => Array.from({ length: rows }, (_, i) => `${(i * step) % 17}.5`);
const classes = Array.from({ length: rows }, (_, i) => (i % 3 === 0 ? "yes" : "no"));

/** Plans a project from a file with these columns and the target `churned`, without asking. */
function plan(
  columns: Readonly<Record<string, readonly string[]>>,
  ...args: string[]
): Promise<PlannedProject> {
  return planWith(takingProposals(new Map()), columns, ...args);
}

/** Likewise, with answers to what is asked. */
function planWith(
  asked: Questions,
  columns: Readonly<Record<string, readonly string[]>>,
  ...args: string[]
): Promise<PlannedProject> {
  const folder = tempDir();
  const all = [...Object.entries(columns), ["churned", classes] as const];
  writeFileSync(
    join(folder, "given.csv"),
    csvText(
      all.map(([name]) => name),
      all.map(([, cells]) => cells),
    ),
  );
  const options: Options = readOptions(["--data", "given.csv", "--target", "churned", ...args], "create", {});
  const progress = { show: () => {}, end: () => {} };
  return planProject(options, folder, "mine", { asked, progress });
}

const days = Array.from({ length: rows }, (_, i) => new Date(1.6e12 + i * 9e8).toISOString().slice(0, 10));
const european = days.map((day) => day.split("-").reverse().join("/"));

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

test("dates are left out, and the summary says how to learn from them", async () => {
  const planned = await plan({
    a: numbers(3),
    "last visit": days,
    months: days.map((day) => day.slice(0, 7)),
  });

  expect(textsOf(planned).contract).toContain('ignore: ["last visit","months"]');
  expect(textsOf(planned).summary).toContain('To learn from dates: --dates "last visit"');
});

test("a suggested command takes a column's name as it is, whatever is in it", async () => {
  const planned = await plan({ a: numbers(3), "when $(touch pwned)": days, "-d": days });

  expect(textsOf(planned).summary).toContain("To learn from dates: --dates 'when $(touch pwned)' --dates=-d");
});

test("dates are learned from on request: the contract makes numbers of them that differ between rows", async () => {
  const planned = await plan({ a: numbers(3), signup: days }, "--dates", "signup");

  const { contract, page, summary } = textsOf(planned);
  expect(contract).toContain(
    'import { dateColumn, defineDataset, file, inputArtifact } from "@tiphys/workflow";',
  );
  expect(contract).toContain('"signup": dateColumn("year", "month", "weekday", "daysSince"),');
  expect(page).toContain("| signup | dates such as 2024-01-31");
  expect(summary).toContain(
    "Dates become numbers: signup (year, month, day of the week (1 for Monday), days since 1970-01-01).",
  );
  expect(summary[0]).toContain("1 column of numbers, 0 of categories, 1 of dates.");
  expect(planned.project.data?.conversions).toEqual([]);

  const ofOneMonth = days.map((_, i) => `2024-02-${String(10 + (i % 7))}`);
  const few = await plan({ a: numbers(3), signup: ofOneMonth }, "--dates", "signup");
  expect(textsOf(few).contract).toContain('"signup": dateColumn("weekday", "daysSince"),');
});

test("dates in another form are converted, with gaps, and the conversion is said", async () => {
  const signup = european.map((day, i) => (i % 9 === 0 ? "NA" : day));
  const planned = await plan({ a: numbers(3), signup }, "--dates", "signup");

  const first = days[1];
  expect(planned.project.data?.conversions).toEqual([
    `Dates in signup are written by ISO 8601: "${signup[1]}" is read as ${first}, the day first.`,
  ]);
  expect(planned.inferred?.features[1]).toMatchObject({
    name: "signup",
    missing: 5,
    cells: { 0: "", 1: first },
  });
  expect(textsOf(planned).contract).toContain('"daysSince").nullable(),');
});

test("where columns of dates are found, it is asked whether to learn from them, until the answer is possible", async () => {
  const answers = ["signup, b", "signup"];
  const refused: unknown[] = [];
  const asked: Questions = {
    async ask({ text, proposal }, check) {
      if (!text.startsWith("Columns of dates")) return check(proposal);
      for (const answer of answers) {
        try {
          return await check(answer);
        } catch (error) {
          refused.push(String(error));
        }
      }
      throw new Error("no answer was possible");
    },
  };

  const planned = await planWith(asked, { a: numbers(3), signup: days });

  expect(refused).toEqual([expect.stringContaining('Dates: There is no column "b"')]);
  expect(planned.inferred?.features.map(({ kind }) => kind)).toEqual(["number", "date"]);
});

test.each([
  [["--dates", "a"], '--dates: the column "a" cannot be read as dates. "0.5" is not a date.'],
  [["--dates", "unclear"], "Write the dates as 2024-01-31 first."],
  [["--dates", "same"], 'the column "same" has one date only, 2024-01-01.'],
  [["--dates", "signup", "--ignore", "signup"], '"signup" stands in --ignore and in --dates.'],
  [["--dates", "churned"], '--dates: "churned" is the target'],
  [["--dates", "made"], '--dates: "made_year" would be made of the dates, but is another column.'],
])("%j is refused", async (args, message) => {
  const columns = {
    a: numbers(3),
    signup: days,
    unclear: days.map((_, i) => `0${1 + (i % 9)}/0${1 + ((i * 2) % 9)}/2024`),
    same: days.map(() => "2024-01-01"),
    made: days,
    made_year: numbers(5),
  };
  await expect(plan(columns, ...args)).rejects.toThrow(message);
});

const patients = Array.from({ length: rows }, (_, i) => `P${i % 8}`);

test("rows of one group stay together: contract, page and summary say so, and nothing is stratified", async () => {
  const planned = await plan({ a: numbers(3), patient: patients }, "--group", "patient");

  const { contract, page, summary } = textsOf(planned);
  expect(contract).toContain('"patient": z.string(),');
  expect(contract).toContain('  group: "patient",');
  expect(contract).not.toContain("ignore:");
  expect(page).toContain(
    "| patient | texts; rows of one value stay together in the training or the test set, not learned from | 0 |",
  );
  expect(summary).toContain("All rows of one patient are training rows, or all are test rows.");
  expect(planned.project.data?.inferred).toMatchObject({
    features: [{ name: "a" }],
    division: { by: "group", name: "patient", kind: "text" },
  });
  const { data } = planned.project;
  if (data === undefined) throw new Error("the project has no data of its own");
  const step = "stratify: parameter(z.boolean(), false)";
  expect(withOwnData("src/steps/load-and-split-dataset.ts", step, data)).toBe(step);
  expect(dataTest({ ...planned.project, packages: "registry" }, data)).toContain("stratify: false");
});

test("groups that are whole numbers are read as numbers, so that they are ordered as such", async () => {
  const columns = { a: numbers(3), household: patients.map((patient) => patient.slice(1)) };
  expect(textsOf(await plan(columns, "--group", "household")).contract).toContain('"household": z.int(),');
});

test("the newest rows are the test rows: by dates, which may be features too, or by numbers", async () => {
  const byDate = textsOf(await plan({ a: numbers(3), visit: days }, "--time", "visit"));
  expect(byDate.contract).toContain('"visit": dateColumn(),');
  expect(byDate.contract).toContain('  time: "visit",');
  expect(byDate.contract).toContain("import { dateColumn, ");
  expect(byDate.summary).toContain("The test rows are the newest by visit.");

  const both = textsOf(await plan({ a: numbers(3), visit: days }, "--time", "visit", "--dates", "visit"));
  expect(both.contract).toContain('"visit": dateColumn("year", "month", "weekday", "daysSince"),');
  expect(both.contract).toContain('  time: "visit",');

  const seconds = days.map((_, i) => `${1_600_000_000 + i * 900}`);
  const byNumber = textsOf(await plan({ a: numbers(3), at: seconds }, "--time", "at"));
  expect(byNumber.contract).toContain('"at": z.number(),');
});

test("times in another form are converted in the copy of the file", async () => {
  const planned = await plan({ a: numbers(3), visit: european }, "--time", "visit");

  expect(planned.project.data?.conversions).toEqual([
    `Dates in visit are written by ISO 8601: "${european[0]}" is read as ${days[0]}, the day first.`,
  ]);
  expect(planned.inferred?.division?.cells).toEqual(days);
});

test("times such as 20240131 are dates, not numbers", async () => {
  const compact = days.map((day) => day.replaceAll("-", ""));
  const planned = await plan({ a: numbers(3), visit: compact }, "--time", "visit");

  expect(planned.inferred?.division).toMatchObject({ kind: "date", cells: days });
  expect(textsOf(planned).contract).toContain('"visit": dateColumn(),');

  const impossible = compact.with(3, "20240231");
  await expect(plan({ a: numbers(3), visit: impossible }, "--time", "visit")).rejects.toThrow(
    '"20240231" is not a date of the calendar.',
  );
});

test.each([
  ["12.2023", "01.2024"],
  ["2024.1", "2024.10"],
  ["01,2024", "02,2023"],
])("months such as %s are refused as times: their numbers have another order", async (one, other) => {
  const month = days.map((_, i) => (i % 2 === 0 ? one : other));

  await expect(plan({ a: numbers(3), month }, "--time", "month")).rejects.toThrow(
    `--time: the column "month" holds months, which are not in the order of their numbers: "${one}". Write them as 2024-01-31 first.`,
  );
});

test.each(["--group", "--time", "--dates", "--target"])(
  "a column __proto__ is refused in %s",
  async (option) => {
    const columns = Object.fromEntries([
      ["a", numbers(3)],
      ["__proto__", days],
    ]);

    await expect(plan(columns, option, "__proto__")).rejects.toThrow(
      `${option}: no column of a table can be called "__proto__". Rename it first.`,
    );
  },
);

test("the summary says how an ambiguous number of the time was read", async () => {
  const at = days.map((_, i) => `${1 + i},234`);
  const columns = { a: days.map((_, i) => `${i % 7}`), at };

  expect(textsOf(await plan(columns, "--time", "at")).summary).toContain(
    '"1,234" in at is read as 1234. If that is wrong, first write the column without marks of thousands.',
  );
  const beside = { ...columns, a: numbers(3) };
  expect(textsOf(await plan(beside, "--time", "at")).summary.join("\n")).not.toContain("is read as 1234");
});

test.each([
  [["--group", "patent"], /--group: There is no column "patent" in .* Did you mean "patient"\?/],
  [["--group", "patient", "--time", "visit"], "--group and --time both divide the rows"],
  [["--group", "churned"], '--group: "churned" is the target'],
  [["--group", "gaps"], '--group: 1 of 40 rows have no "gaps".'],
  [["--group", "same"], '--group: every row of "same" is "x".'],
  [["--time", "patient"], '--time: the column "patient" cannot be read as dates. "P0" is not a date.'],
  [["--time", "same", "--ignore", "same"], '"same" stands in --ignore and in --time.'],
])("%j is refused", async (args, message) => {
  const columns = {
    a: numbers(3),
    patient: patients,
    visit: days,
    gaps: patients.map((patient, i) => (i === 7 ? "NA" : patient)),
    same: patients.map(() => "x"),
  };
  await expect(plan(columns, ...args)).rejects.toThrow(message);
});

describe("the summary warns", () => {
  const many = Array.from({ length: 200 }, (_, i) => (i % 3 === 0 ? "yes" : "no"));
  const noise = many.map((_, i) => `${(i * 37) % 101}`);
  /** The warnings of the summary for these columns, of which the last is the target. */
  async function warningsOf(columns: Readonly<Record<string, readonly string[]>>, ...args: string[]) {
    const folder = tempDir();
    writeFileSync(join(folder, "given.csv"), csvText(Object.keys(columns), Object.values(columns)));
    const given = ["--data", "given.csv", "--target", Object.keys(columns).at(-1) ?? "", ...args];
    const progress = { show: () => {}, end: () => {} };
    const asked = takingProposals(new Map());
    const planned = await planProject(readOptions(given, "create", {}), folder, "mine", { asked, progress });
    return textsOf(planned).summary.filter((line) => line.startsWith("Warning: "));
  }

  test("of a column that alone predicts the target, and of one whose presence does", async () => {
    const fee = many.map((value, i) => (value === "yes" ? `${200 + (i % 50)}` : `${i % 100}`));
    const left = many.map((value, i) => (value === "yes" ? `${i % 40}` : ""));

    expect(await warningsOf({ noise, fee, "left on": left, churned: many })).toEqual([
      "Warning: fee alone predicts churned: AUC 1.000. If it is known after churned only, leave it out: --ignore fee",
      'Warning: whether left on is empty alone predicts churned: AUC 1.000. If it is known after churned only, leave it out: --ignore "left on"',
    ]);
    expect(
      await warningsOf({ noise, fee, "left on": left, churned: many }, "--ignore", "fee,left on"),
    ).toEqual([]);
  });

  test("of a class with few rows, also if it is a number", async () => {
    const rare = many.map((_, i) => (i % 16 === 3 ? "1" : "0"));
    const noted = many.map((_, i) => (i % 16 === 3 ? "a" : ["b", "c"][i % 2]) ?? "");

    expect(await warningsOf({ noise, noted, y: rare })).toEqual([
      "Warning: only 13 rows are y 1: about 10 to learn from, and 3 to measure with. The figures will depend on single rows.",
      "Warning: noted alone predicts y: AUC 1.000. If it is known after y only, leave it out: --ignore noted",
    ]);
  });
});
