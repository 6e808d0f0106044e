import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ColumnSchema, defineDataset, readDataset } from "@tiphys/workflow";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";
import { tempDir } from "../../workflow/test/cli/fixture-project.js";
import { dataSummary } from "../src/cli/summary.js";
import { readCsv } from "../src/csv/read-csv.js";
import { csvText } from "../src/csv/write-csv.js";
import { type Inferred, inferContract } from "../src/infer/contract.js";
import { conversionsOf, convertedColumns } from "../src/infer/conversions.js";
import { schemaText, targetText } from "../src/write/schema-text.js";

/** The contract that would be written, made at once. */
function contractOf(inferred: Inferred) {
  const data = { inferred, positive: 1, missing: "impute", conversions: [] } as const;
  const texts: [string, string][] = inferred.features.map((feature) => [
    feature.name,
    schemaText(feature, data),
  ]);
  texts.push([inferred.target.name, targetText(data)]);
  const make = (text: string): ColumnSchema => new Function("z", `return ${text}`)(z);
  return defineDataset({
    columns: Object.fromEntries(texts.map(([name, text]) => [name, make(text)])),
    target: inferred.target.name,
    ignore: inferred.leftOut.map(({ name }) => name),
  });
}

const number = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }).map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
);
const gap = fc.constantFrom("", "NA", "null", "?", " ");
const cellsOf = (cell: fc.Arbitrary<string>) =>
  fc.array(fc.oneof({ weight: 9, arbitrary: cell }, { weight: 1, arbitrary: gap }), {
    minLength: 30,
    maxLength: 30,
  });
const column = fc.oneof(
  cellsOf(number),
  cellsOf(fc.integer({ min: 0, max: 1 }).map(String)),
  cellsOf(fc.tuple(fc.integer({ min: -99, max: 99 }), fc.nat(99)).map(([a, b]) => `${a},${b}`)),
  cellsOf(fc.constantFrom("red", " blue", 'a "b"', "x;y", "Ä|ö", "it's")),
  cellsOf(fc.string()),
);
const name = fc.oneof(
  fc.constantFrom("class", "constructor", "toString", "Größe (cm)", "a b", "id"),
  fc.string({ minLength: 1 }),
);

test("a contract accepts every row that it was inferred from", async () => {
  const classes = Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? "yes" : "no"));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, column), { minLength: 1, maxLength: 5 }), async (columns) => {
      const file = join(tempDir(), "given.csv");
      const all = [
        ...columns,
        ["the target", classes] as const,
        ["sure", classes.map((_, i) => `${i % 3}`)] as const,
      ];
      writeFileSync(
        file,
        csvText(
          all.map(([each]) => each),
          all.map(([, cells]) => cells),
        ),
      );
      const inferred = inferContract(await readCsv(file), "the target");
      if (conversionsOf(inferred).length > 0) {
        writeFileSync(file, csvText(inferred.file.names, convertedColumns(inferred)));
      }

      const { rows, skipped } = await readDataset(file, contractOf(inferred));

      expect({ rows, skipped }).toEqual({ rows: 30, skipped: 0 });
    }),
    { numRuns: 60 },
  );
});

test("suggests the nearest column for an unknown target", async () => {
  const file = join(tempDir(), "given.csv");
  writeFileSync(file, "tenure,churned\n1,yes\n");
  const read = await readCsv(file);

  expect(() => inferContract(read, "churn")).toThrow(
    /There is no column "churn" in .* Did you mean "churned"\?/,
  );
});

test("leaves out a column that encodes the target, and rows without a target", async () => {
  const file = join(tempDir(), "given.csv");
  const rows = Array.from({ length: 30 }, (_, i) => `${i * 1.5},${i % 2},${["no", "yes"][i % 2]}`);
  writeFileSync(file, `a,code,y\n${rows.join("\n")}\n1000,Total,\n`);

  const { features, leftOut, file: kept } = inferContract(await readCsv(file), "y");

  expect(leftOut).toEqual([
    { name: "code", kind: "left out", because: "it says in each row what the target says" },
  ]);
  expect(features).toMatchObject([{ name: "a", kind: "number", range: { min: 0, max: 70 } }]);
  expect(kept.rows).toBe(30);
});

test("leaves out a category whose columns would be called as another one is", async () => {
  const file = join(tempDir(), "given.csv");
  const rows = Array.from({ length: 30 }, (_, i) => `${i * 1.5},${["x", "y", "z"][i % 3]},${i % 2}`);
  writeFileSync(file, `a_x,a,y\n${rows.join("\n")}\n`);

  const { features, leftOut } = inferContract(await readCsv(file), "y");

  expect(features.map(({ name: each }) => each)).toEqual(["a_x"]);
  expect(leftOut.map(({ name: each }) => each)).toEqual(["a"]);
});

test("other columns' decimal mark decides what 1.234 means, and the summary says how it was read", async () => {
  const file = join(tempDir(), "given.csv");
  const rows = Array.from({ length: 30 }, (_, i) => `${i},5;${i + 1}.500;${i % 2}`);
  writeFileSync(file, `a;price;y\n${rows.join("\n")}\n`);

  const inferred = inferContract(await readCsv(file), "y");

  expect(inferred.features[1]).toMatchObject({ name: "price", cells: { 0: "1500", 29: "30500" } });
  const data = { inferred, positive: 1, missing: "impute", conversions: [] } as const;
  expect(dataSummary({ name: "x", data }, inferred)).toContain(
    '"1.500" in price is read as 1500. If that is wrong, first write the column without marks of thousands.',
  );
});
