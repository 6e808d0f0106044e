import { expect, test } from "vitest";
import {
  type ClassCurve,
  oneVsRestRocPng,
  precisionRecallCurvePng,
  predictionErrorPng,
  ShapeError,
} from "../../src/index.js";
import { decode, isBlue, isDark, type Pixels } from "./pixels.js";

/** The square of the data in a picture of 800 × 600 pixels. */
const square = { left: 184, top: 52, bottom: 538, side: 486 };

/** Whether such a pixel is within two of a place, so that a thin line is found. */
function isNear(pixels: Pixels, x: number, y: number, matches: Parameters<Pixels["count"]>[1]): boolean {
  const [left, top] = [
    Math.round(square.left + square.side * x) - 2,
    Math.round(square.bottom - square.side * y) - 2,
  ];
  return pixels.count({ left, top, right: left + 5, bottom: top + 5 }, matches) > 0;
}

const isOrange = (red: number, _: number, blue: number) => red > blue + 100;
const isGrey = (red: number, green: number, blue: number) =>
  red < 215 && Math.max(red, green, blue) - Math.min(red, green, blue) < 6;

function curve(label: string, power: number): ClassCurve {
  const fpr = Float64Array.from({ length: 500 }, (_, i) => i / 499);
  return { label, fpr, tpr: fpr.map((rate) => rate ** power), auc: 1 / (1 + power) };
}

test("each class has a curve of its own colour", async () => {
  const pixels = await decode(await oneVsRestRocPng({ curves: [curve("a", 0.5), curve("b", 0.2)] }));
  expect(isNear(pixels, 0.25, 0.5, isBlue)).toBe(true);
  expect(isNear(pixels, 0.25, 0.25 ** 0.2, isOrange)).toBe(true);
  expect(isNear(pixels, 0.25, 0.25 ** 0.2, isBlue)).toBe(false);
});

test("of many classes those with the smallest areas have a colour, the others are grey", async () => {
  const curves = [
    curve("best", 0.01),
    ...Array.from({ length: 11 }, (_, i) => curve(`class ${i}`, 0.1 + i / 15)),
  ];
  const pixels = await decode(await oneVsRestRocPng({ curves }));
  expect(isNear(pixels, 0.1, 0.1 ** 0.1, isGrey)).toBe(true);
  expect(isNear(pixels, 0.25, 0.25 ** (0.1 + 10 / 15), isBlue)).toBe(true);
});

test("precision–recall is drawn in steps, with the share of positives", async () => {
  const plot = {
    precision: [0.25, 0.5, 1],
    recall: [1, 0.5, 0],
    averagePrecision: 0.375,
    positiveShare: 0.25,
  };
  const pixels = await decode(await precisionRecallCurvePng(plot));
  expect(isNear(pixels, 0.75, 0.25, isBlue)).toBe(true);
  expect(isNear(pixels, 0.25, 0.5, isBlue)).toBe(true);
  expect(isNear(pixels, 0.75, 0.375, isBlue)).toBe(false);
  const chance = { left: 200, right: 420, top: 414, bottom: 420 };
  expect(
    pixels.count(chance, (red, green, blue) => red < 130 && Math.abs(red - blue) < 12 && green < 130),
  ).toBeGreaterThan(100);
});

test("few rows are dots where they are", async () => {
  const pixels = await decode(await predictionErrorPng({ yPred: [0, 50, 100], yTrue: [0, 100, 100] }));
  const place = (value: number) => (value + 2) / 104;
  const isDot = (red: number, _: number, blue: number) => blue > red + 60;
  expect(isNear(pixels, place(50), place(100), isDot)).toBe(true);
  expect(isNear(pixels, place(50), place(80), isDot)).toBe(false);
});

test("a million rows are darker where more of them are, and those far outside are counted", async () => {
  const n = 1_000_000;
  const yPred = Float64Array.from({ length: n }, (_, i) => (i % 1000) / 1000);
  const yTrue = yPred.map((value, i) =>
    i % 500_000 === 7 ? 1e6 : i % 50 === 3 ? Math.min(1, value + 0.3) : value,
  );
  const pixels = await decode(await predictionErrorPng({ yPred, yTrue, target: "share" }));
  // Beside the dashes of the diagonal.
  const near = pixels.count({ left: 400, right: 412, top: 314, bottom: 326 }, isBlue);
  expect(near).toBeGreaterThan(30);
  const note = { left: 184, right: 670, top: 38, bottom: 50 };
  expect(pixels.count(note, isDark)).toBeGreaterThan(100);
});

test("letters that the font lacks are reported", async () => {
  const warnings: string[] = [];
  const onWarning = (message: string) => warnings.push(message);
  await predictionErrorPng({ yPred: [1], yTrue: [2], target: "値", onWarning });
  await oneVsRestRocPng({ curves: [curve("猫", 0.5)], onWarning });
  expect(warnings).toEqual([
    expect.stringContaining('has no 値: "?" stands for them in the plot of predictions.'),
    expect.stringContaining('has no 猫: "?" stands for them in the ROC curves.'),
  ]);
});

test("refuses what cannot be drawn", async () => {
  await expect(oneVsRestRocPng({ curves: [] })).rejects.toThrow("found no curve");
  const short = { label: "a", fpr: [0], tpr: [0], auc: 1 };
  await expect(oneVsRestRocPng({ curves: [short] })).rejects.toThrow(
    '1 false and 1 true positive rates of "a"',
  );
  const plot = { precision: [1], recall: [0], averagePrecision: 1, positiveShare: 1 };
  await expect(precisionRecallCurvePng(plot)).rejects.toThrow(ShapeError);
  await expect(predictionErrorPng({ yTrue: [], yPred: [] })).rejects.toThrow(ShapeError);
});
