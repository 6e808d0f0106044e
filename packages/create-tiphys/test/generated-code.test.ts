import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tempDir } from "../../workflow/test/cli/fixture-project.js";
import type { NewProject } from "../src/answers/answers.js";
import { readCsv } from "../src/csv/read-csv.js";
import { csvText } from "../src/csv/write-csv.js";
import { inferContract } from "../src/infer/contract.js";
import { conversionsOf } from "../src/infer/conversions.js";
import { dataPage } from "../src/write/data-page.js";
import { dataTest } from "../src/write/data-test.js";
import { datasetSource, missingValuesSource } from "../src/write/dataset.js";
import { literal } from "../src/write/literal.js";
import { codeSpan } from "../src/write/markdown.js";
import { wordingSource } from "../src/write/wording.js";
import { withOwnData } from "../src/write/workflow.js";

const root = join(import.meta.dirname, "../../..");
const run = promisify(execFile);
const odd = [
  // In two parts, so that it is no mistake here.
  "$".concat("{a}"),
  "`",
  "*/",
  "//",
  "\u2028",
  "\u2029",
  "\u0001",
  "\u0007",
  "\u0085",
  "\u202e",
  "\u200b",
  "\ufeff",
  "\ud83d\ude00",
  '"',
  "'",
  "\\",
  "\\u",
  "$",
  "{",
  "}",
  "</script>",
  "2019",
  "constructor",
  " ",
  "\t",
  "ß",
];
const oddText = fc.array(fc.oneof(fc.constantFrom(...odd), fc.string({ maxLength: 3 })), {
  minLength: 1,
  maxLength: 4,
});
/** Texts that no header changes: not blank, and distinct when trimmed. */
const texts = (count: number) =>
  fc.uniqueArray(
    oddText.map((parts) => `x${parts.join("").trim()}`),
    { minLength: count, maxLength: count },
  );

/** The files that would be written for a data set with these names of columns, categories and classes. */
async function sourcesOf(
  names: readonly string[],
  categories: readonly string[],
  classes: readonly string[],
): Promise<Map<string, string>> {
  const [category = "", number = "", target = ""] = names;
  const pick = (from: readonly string[]) => Array.from({ length: 40 }, (_, i) => from[i % from.length] ?? "");
  const file = join(tempDir(), "given.csv");
  const numbers = Array.from({ length: 40 }, (_, i) => `${(i * i) % 17}.5`);
  writeFileSync(
    file,
    csvText([category, number, target], [[...pick(categories)].sort(), numbers, pick(classes)]),
  );
  const read = await readCsv(file);
  const inferred = inferContract(read, read.names[2] ?? "");
  const data = {
    inferred,
    positive: inferred.target.classes[1].value,
    missing: "impute",
    conversions: conversionsOf(inferred),
  } as const;
  const project: NewProject = { name: "mine", image: "me/mine", packages: "registry", data };
  const template = (path: string) => readFileSync(join(root, path), "utf8");
  return new Map([
    ["src/dataset.ts", datasetSource(project, data)],
    ["src/missing-values.ts", missingValuesSource(data)],
    ["src/evaluation/wording.ts", wordingSource(project, data)],
    ["src/workflow.ts", withOwnData("src/workflow.ts", template("src/workflow.ts"), data)],
    ["test/data.test.ts", dataTest(project, data)],
    ["data/README.md", dataPage(project, data)],
  ]);
}

let folder: string;
beforeAll(() => {
  // Within the project, as the configuration of the formatter and of the compiler is found above.
  folder = mkdtempSync(join(root, "node_modules", ".generated-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("whatever texts a data set holds, the sources written for it pass the formatter, the linter and the compiler", async () => {
  const cases = fc.sample(fc.tuple(texts(3), texts(3), texts(2)), { numRuns: 60, seed: 20_240_501 });
  for (const [i, [names, categories, classes]] of cases.entries()) {
    for (const [path, text] of await sourcesOf(names, categories, classes)) {
      // Of the template's sources one copy is enough: only the description differs.
      const place = join(folder, `${i}`, path);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, text);
    }
  }
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  writeFileSync(join(folder, "biome.json"), readFileSync(join(root, "biome.json"), "utf8"));
  const check = (...options: string[]) =>
    run(process.execPath, [biome, "check", "--vcs-enabled=false", ...options, folder], { cwd: folder });

  await check("--write");
  await expect(check("--error-on-warnings", "--max-diagnostics=20")).resolves.toMatchObject({ stderr: "" });
  await expect(compile(cases.length)).resolves.toBe("");
}, 120_000);

/** The compiler's errors in the generated sources that need no others. */
async function compile(count: number): Promise<string> {
  const files = Array.from({ length: count }, (_, i) => [
    `${i}/src/dataset.ts`,
    `${i}/src/evaluation/wording.ts`,
  ]);
  // The packages' declarations of third-party modules are in separate files.
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      extends: join(root, "tsconfig.json"),
      include: [...files.flat(), join(root, "packages/*/src")],
      exclude: [],
    }),
  );
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  return run(process.execPath, [tsc, "-p", folder], { cwd: root }).then(
    () => "",
    (error: { stdout: string }) => error.stdout,
  );
}

test("a literal says what the text says, in characters that are seen", () => {
  fc.assert(
    fc.property(oddText, (parts) => {
      const text = parts.join("");
      const source = literal(text);

      expect(new Function(`return ${source}`)()).toBe(text);
      expect(source).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}`]|\$\{/u);
    }),
  );
});

test.each([
  ["churned", "`churned`"],
  ["a`b", "``a`b``"],
  ["`a", "`` `a ``"],
  ["a\nb\u202e", "`a b\ufffd`"],
])("%j as code in a line of a page is %j", (text, span) => {
  expect(codeSpan(text)).toBe(span);
});
