import { expect, expectTypeOf, test } from "vitest";
import * as z from "zod";
import { defineDataset } from "../../src/dataset/dataset.js";
import { dateColumn } from "../../src/dataset/date-column.js";
import { readDataset } from "../../src/dataset/read-dataset.js";
import { columnsOf, csvFile } from "./csv-file.js";

const columns = {
  patient: z.string(),
  visit: dateColumn(),
  age: z.int(),
  sick: z.literal([0, 1]),
};
const { visit: _, ...withoutDates } = columns;

test("a group is read, is not a feature, and is ignored in new rows", async () => {
  const contract = defineDataset({ columns: withoutDates, target: "sick", group: "patient" });

  expect(contract).toMatchObject({ group: "patient", time: undefined, features: ["age"] });
  expectTypeOf(contract.features).toEqualTypeOf<readonly "age"[]>();
  expect(contract.withoutTarget()).toMatchObject({
    names: ["age"],
    group: undefined,
    ignore: ["patient", "sick"],
  });
  const content = await readDataset(csvFile("age,patient,sick\n30,b,1\n31,a,0\n"), contract);
  expect(columnsOf(content)).toEqual({ patient: ["b", "a"], age: [30, 31], sick: [1, 0] });
});

test("a time without parts is days in the table, and no feature", async () => {
  const { patient: __, ...rest } = columns;
  const contract = defineDataset({ columns: rest, target: "sick", time: "visit" });

  expect(contract.features).toEqual(["age"]);
  expectTypeOf(contract.features).toEqualTypeOf<readonly "age"[]>();
  expect(contract.withoutTarget()).toMatchObject({
    names: ["age"],
    time: undefined,
    ignore: ["visit", "sick"],
  });
  const content = await readDataset(csvFile("age,visit,sick\n30,1970-01-03,1\n31,1970-01-02,0\n"), contract);
  expect(columnsOf(content)).toEqual({ visit: [2, 1], age: [30, 31], sick: [1, 0] });
});

test("the parts of a time are features, which new rows need", async () => {
  const contract = defineDataset({
    columns: { visit: dateColumn("weekday"), sick: columns.sick },
    target: "sick",
    time: "visit",
  });

  expect(contract.features).toEqual(["visit_weekday"]);
  expect(contract.withoutTarget()).toMatchObject({
    names: ["visit"],
    features: ["visit_weekday"],
    ignore: ["sick"],
  });
  const content = await readDataset(csvFile("visit,sick\n1970-01-03,1\n"), contract);
  expect(columnsOf(content)).toEqual({ visit: [2], visit_weekday: [6], sick: [1] });
});

test.each<[() => unknown, string]>([
  [
    // @ts-expect-error: not one of the columns
    () => defineDataset({ columns: withoutDates, group: "patent" }),
    'The dataset\'s group "patent" is not one of its columns: patient, age, sick. Did you mean "patient"?',
  ],
  [() => defineDataset({ columns: withoutDates, target: "sick", group: "sick" }), '"sick" has two roles'],
  [
    () => defineDataset({ columns, group: "patient", time: "visit" }),
    'has a group ("patient") and a time ("visit")',
  ],
  [() => defineDataset({ columns: withoutDates, time: "patient" }), 'time "patient" is a column of texts'],
  [() => defineDataset({ columns, group: "visit" }), 'group "visit" is a column of dates'],
  [
    () => defineDataset({ columns: { at: z.number().nullable(), x: z.int() }, time: "at" }),
    'The dataset\'s time "at" may be empty. Each row needs one: remove .nullable().',
  ],
])("refuses a wrong role (%#)", (define, message) => {
  expect(define).toThrow(message);
});
