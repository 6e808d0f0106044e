import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import * as z from "zod";
import { defineDataset } from "../../src/dataset/dataset.js";
import { readDataset } from "../../src/dataset/read-dataset.js";
import { columnsOf, read } from "./csv-file.js";

const people = defineDataset({
  columns: { name: z.string(), age: z.int().min(0), weight: z.number().nullable() },
  target: "weight",
});
const two = { name: ["Ada", "Bob"], age: [36, 41], weight: [60.5, 70] };

test("reads every row of the diabetes data", async () => {
  const measure = z.number().min(0);
  const diabetes = defineDataset({
    columns: {
      Pregnancies: z.int().min(0).max(25),
      Glucose: measure,
      BloodPressure: measure,
      SkinThickness: measure,
      Insulin: measure,
      BMI: measure,
      DiabetesPedigreeFunction: measure,
      Age: z.int().min(0).max(130),
      Outcome: z.literal([0, 1]),
    },
    target: "Outcome",
  });
  const path = fileURLToPath(new URL("../../../ml/test/fixtures/diabetes.csv", import.meta.url));
  const { table, rows, skipped, warnings } = await readDataset(path, diabetes);
  expect({ rows, skipped, warnings }).toEqual({ rows: 768, skipped: 0, warnings: [] });
  expect(table.numRows()).toBe(768);
  expect(table.columnNames()).toEqual([...diabetes.features, "Outcome"]);
  expect(table.object(767)).toEqual({
    Pregnancies: 1,
    Glucose: 93,
    BloodPressure: 70,
    SkinThickness: 31,
    Insulin: 0,
    BMI: 30.4,
    DiabetesPedigreeFunction: 0.315,
    Age: 23,
    Outcome: 0,
  });
});

test("returns columns of numbers as Float64Array and columns of strings as arrays", async () => {
  const { table } = await read("name,age,weight\nAda,36,60.5\n", people);
  expect(table.data()).toEqual({
    name: ["Ada"],
    age: Float64Array.of(36),
    weight: Float64Array.of(60.5),
  });
});

test("returns columns in the dataset's order", async () => {
  const content = await read("weight,name,age\n60.5,Ada,36\n70,Bob,41\n", people);
  expect(Object.entries(columnsOf(content))).toEqual(Object.entries(two));
});

test("applies the dataset's order to columns whose names are whole numbers", async () => {
  const years = defineDataset({
    columns: { region: z.string(), 2019: z.number(), 2020: z.number() },
    order: ["region", "2020", "2019"],
  });

  const { table } = await read("2019,region,2020\n1,north,2\n", years);

  expect(table.columnNames()).toEqual(["region", "2020", "2019"]);
  expect(table.objects()).toEqual([{ region: "north", 2020: 2, 2019: 1 }]);
});

test.each([
  ["CRLF", "name,age,weight\r\nAda,36,60.5\r\nBob,41,70\r\n"],
  ["a lone CR", "name,age,weight\rAda,36,60.5\rBob,41,70\r"],
  ["a mixture", "name,age,weight\nAda,36,60.5\r\nBob,41,70\r"],
  ["none behind the last row", "name,age,weight\nAda,36,60.5\nBob,41,70"],
  ["CRLF behind quoted cells", '"name","age","weight"\r\n"Ada","36","60.5"\r\n"Bob","41","70"\r\n'],
])("takes %s for line ends", async (_, content) => {
  expect(columnsOf(await read(content, people))).toEqual(two);
});

test.each([
  ["before the header", "\n\nname,age,weight\nAda,36,60.5\nBob,41,70\n"],
  ["between rows", "name,age,weight\nAda,36,60.5\n\n  \r\n\nBob,41,70\n"],
  ["at the end", "name,age,weight\nAda,36,60.5\nBob,41,70\n\n\n\n"],
])("leaves out blank lines %s", async (_, content) => {
  const { rows, skipped, ...rest } = await read(content, people);
  expect({ rows, skipped }).toEqual({ rows: 2, skipped: 0 });
  expect(columnsOf({ rows, skipped, ...rest })).toEqual(two);
});

test("reads quoted cells with delimiters, line feeds and doubled quotes", async () => {
  const content = await read('name,age,weight\n"Ada, ""the\nfirst""","36" ,\n', people);
  expect(columnsOf(content)).toEqual({ name: ['Ada, "the\nfirst"'], age: [36], weight: [Number.NaN] });
});

test("keeps a quote in a cell that does not begin with one", async () => {
  expect(columnsOf(await read("name,age,weight\n6'2\",36,1\n", people)).name).toEqual(["6'2\""]);
});

test("converts line ends inside a quoted cell to line feeds", async () => {
  expect(columnsOf(await read('name,age,weight\r\n"a\r\nb\rc",36,1\r\n', people)).name).toEqual(["a\nb\nc"]);
});

test("ignores a byte order mark", async () => {
  expect(columnsOf(await read("\uFEFFname,age,weight\nAda,36,60.5\nBob,41,70\n", people))).toEqual(two);
});

test("ignores whitespace around the names in the header", async () => {
  expect(columnsOf(await read("name, age ,\tweight\nAda,36,60.5\nBob,41,70\n", people))).toEqual(two);
});

test.each([0, 1, 2, 3])("reads texts in any script, shifted by %i bytes", async (shift) => {
  const content = `${"\n".repeat(shift)}name,age,weight\n${"Ада,1,2\nエイダ,1,2\n👩‍💻,1,2\n".repeat(5000)}`;
  const { name } = columnsOf(await read(content, people));
  expect(name).toHaveLength(15_000);
  expect(new Set(name)).toEqual(new Set(["Ада", "エイダ", "👩‍💻"]));
});

test.each([";", "\t"] as const)("separates cells by %j if the dataset says so", async (delimiter) => {
  const dataset = defineDataset({ columns: people.columns, target: "age", delimiter });
  const lines = ["name,age,weight", "Ada,36,60.5", "Bob,41,70"].map((line) =>
    line.replaceAll(",", delimiter),
  );
  expect(columnsOf(await read(lines.join("\n"), dataset))).toEqual(two);
});

test("omits columns that the dataset ignores, wherever they are", async () => {
  const dataset = defineDataset({ columns: people.columns, target: "age", ignore: ["id", "note"] });
  expect(columnsOf(await read("id,name,age,weight\n7,Ada,36,60.5\n8,Bob,41,70\n", dataset))).toEqual(two);
  expect(columnsOf(await read("name,age,note,weight\nAda,36,,60.5\nBob,41,x,70\n", dataset))).toEqual(two);
});

test("reads a column named like a property of every object", async () => {
  const dataset = defineDataset({
    columns: { constructor: z.number(), toString: z.number() },
    target: "toString",
  });
  const { table } = await read("constructor,toString\n1,2\n", dataset);
  expect(table.data().constructor).toEqual(Float64Array.of(1));
});

test("keeps rows in order over many chunks", async () => {
  const dataset = defineDataset({ columns: { index: z.int(), text: z.string() }, target: "index" });
  const rows = Array.from({ length: 150_000 }, (_, index) => `${index},row ${index}`);
  const { table } = await read(`index,text\n${rows.join("\n")}`, dataset);
  expect(table.numRows()).toBe(150_000);
  expect(table.data().index).toEqual(Float64Array.from({ length: 150_000 }, (_, index) => index));
  expect(table.get("text", 149_999)).toBe("row 149999");
});

test("counts the empty cells of the rows that it keeps, with the line of the first", async () => {
  const text = 'name,age,weight\nAda,36,60.5\nBob,x,\n\n"Cy\nd",41, \nDi,50,\n';

  const { rows, gaps } = await read(text, people, { onBadRow: "skip" });

  expect(rows).toBe(3);
  expect(gaps).toEqual([{ column: "weight", cells: 2, firstLine: 5 }]);
  expect((await read("name,age,weight\nAda,36,60.5\n", people)).gaps).toEqual([]);
});
