import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { GlobalFonts } from "@napi-rs/canvas";
import { beforeAll, expect, test } from "vitest";
import { InvalidParameterError, type RocCurvePlot, rocCurvePng, ShapeError } from "../../src/index.js";
import { reference } from "../diabetes.js";
import { decode, isBlue, isDark, type Pixels } from "./pixels.js";

const plot: RocCurvePlot = {
  fpr: reference.roc_curve.fpr,
  tpr: reference.roc_curve.tpr,
  auc: reference.metrics.roc_auc,
  interval: { lower: 0.7447, upper: 0.8847, confidence: 0.95 },
};
const legend = { left: 280, top: 476, right: 662, bottom: 530 };
const legendText = { ...legend, left: 328 };
let png: Uint8Array;
let pixels: Pixels;

beforeAll(async () => {
  png = await rocCurvePng(plot);
  pixels = await decode(png);
});

function sizeInHeader(bytes: Uint8Array): [number, number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

test("is a PNG of 800 × 600 pixels", () => {
  expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  expect(sizeInHeader(png)).toEqual([800, 600]);
});

test("has the size asked for", async () => {
  expect(sizeInHeader(await rocCurvePng({ ...plot, width: 500, height: 640 }))).toEqual([500, 640]);
});

test("is drawn on white", () => {
  expect([pixels.at(0, 0), pixels.at(799, 599), pixels.at(300, 300)]).toEqual(Array(3).fill([255, 255, 255]));
});

test("the axes are equally long, so that the chance line has 45 degrees", () => {
  // Its dashes lie where x + y, from the lower left corner of the square, is constant.
  const { left, bottom, side } = { left: 184, bottom: 538, side: 486 };
  const onDiagonal = Array.from({ length: side - 20 }, (_, i) => pixels.at(left + 10 + i, bottom - 10 - i));
  const drawn = onDiagonal.filter(
    ([red, green, blue]) => red < 200 && Math.abs(red - blue) < 10 && green < 200,
  ).length;
  expect(drawn / onDiagonal.length).toBeGreaterThan(0.5);
  expect(drawn / onDiagonal.length).toBeLessThan(0.9);
});

test("the curve goes through its points", async () => {
  const corner = await decode(await rocCurvePng({ fpr: [0, 0.5, 1], tpr: [0, 0.75, 1], auc: 0.625 }));
  const around = { left: 184 + 243 - 3, right: 184 + 243 + 4, top: 538 - 364 - 4, bottom: 538 - 364 + 4 };
  expect(corner.count(around, isBlue)).toBeGreaterThan(10);
  expect(corner.count({ left: 190, right: 400, top: 60, bottom: 200 }, isBlue)).toBe(0);
});

test("a curve along the frame is drawn in full width", async () => {
  const perfect = await decode(await rocCurvePng({ fpr: [0, 0, 1], tpr: [0, 1, 1], auc: 1 }));
  expect(perfect.count({ left: 400, right: 401, top: 45, bottom: 60 }, isBlue)).toBeGreaterThanOrEqual(2);
  expect(
    perfect.count({ left: 400, right: 401, top: 45, bottom: 52 }, (red, _, blue) => blue - red > 60),
  ).toBeGreaterThan(0);
});

test.each([
  ["the title", { left: 300, top: 10, right: 560, bottom: 45 }],
  ["the x axis", { left: 280, top: 570, right: 580, bottom: 600 }],
  ["the y axis", { left: 105, top: 180, right: 135, bottom: 410 }],
  ["the ticks", { left: 145, top: 45, right: 178, bottom: 545 }],
  ["the legend", legendText],
])("there is text at %s", (_, area) => {
  expect(pixels.count(area, isDark)).toBeGreaterThan(40);
});

test.each<[string, Partial<RocCurvePlot>]>([
  ["the area", { auc: 0.816 }],
  ["the interval", { interval: { lower: 0.7, upper: 0.8847, confidence: 0.95 } }],
  ["the confidence", { interval: { lower: 0.7447, upper: 0.8847, confidence: 0.9 } }],
  ["the model's name", { modelName: "Logistic model" }],
])("the legend shows %s", async (_, change) => {
  const other = await decode(await rocCurvePng({ ...plot, ...change }));
  const changed = countDifferences(pixels, other, { left: 184, top: 440, right: 670, bottom: 538 });
  expect(changed).toBeGreaterThan(5);
});

test("the legend shows the curve solid and the chance line dashed", () => {
  const rowOf = (y: number) => Array.from({ length: 26 }, (_, i) => pixels.at(294 + i, y));
  const solid = rowOf(492).filter(([red, , blue]) => blue - red > 120).length;
  const dashed = rowOf(513).filter(([red]) => red < 180).length;
  expect(solid).toBe(26);
  expect(dashed).toBeGreaterThan(10);
  expect(dashed).toBeLessThan(22);
});

test("a long name gets a row of its own, and is cut to fit into the square", async () => {
  const long = await decode(await rocCurvePng({ ...plot, modelName: "Logistic regression ".repeat(6) }));
  expect(long.count({ left: 671, top: 450, right: 800, bottom: 537 }, isDark)).toBe(0);
  expect(long.count({ left: 185, top: 476, right: 670, bottom: 530 }, isDark)).toBeGreaterThan(100);
});

test("the same curve gives the same bytes", async () => {
  expect(Buffer.from(await rocCurvePng(plot)).equals(Buffer.from(png))).toBe(true);
});

test("draws with its own font, under a name that no system font has", () => {
  expect(GlobalFonts.has("Plot Sans")).toBe(true);
});

test("is the same without any system font", () => {
  const script = `
    import { createHash } from "node:crypto";
    import { rocCurvePng } from "./index.ts";
    rocCurvePng(${JSON.stringify(plot)}).then((png) => {
      process.stdout.write(createHash("sha256").update(png).digest("hex"));
    });`;
  const hash = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", script], {
    cwd: fileURLToPath(new URL("../../src/", import.meta.url)),
    env: { PATH: process.env.PATH, FONTCONFIG_FILE: "/dev/null" },
    encoding: "utf8",
  });
  expect(hash).toBe(createHash("sha256").update(png).digest("hex"));
});

test("says in the picture and by onWarning that letters are missing from the font", async () => {
  const warnings: string[] = [];
  const asked = {
    ...plot,
    title: "糖尿病 – ROC",
    modelName: "モデル",
    onWarning: (line: string) => warnings.push(line),
  };
  const drawn = await decode(await rocCurvePng(asked));
  const plain = await decode(await rocCurvePng({ ...plot, title: "? – ROC", modelName: "?" }));
  expect(warnings).toEqual([
    expect.stringMatching(/^The plot's font, DejaVu Sans, has no 糖 尿 病 モ デ ル: "\?" stands/),
  ]);
  // The same picture but for the note between title and data.
  const below = { left: 184, right: 670, top: 38, bottom: 50 };
  expect(drawn.count(below, isDark)).toBeGreaterThan(50);
  expect(plain.count(below, isDark)).toBe(0);
  expect(countDifferences(drawn, plain, { left: 0, top: 0, right: 800, bottom: 36 })).toBe(0);
  expect(countDifferences(drawn, plain, { left: 0, top: 52, right: 800, bottom: 600 })).toBe(0);
});

test("a title that is too long is cut within the picture", async () => {
  const long = await decode(await rocCurvePng({ ...plot, title: "ROC curve ".repeat(30) }));
  expect(long.count({ left: 0, top: 10, right: 20, bottom: 42 }, isDark)).toBe(0);
  expect(long.count({ left: 100, top: 10, right: 700, bottom: 42 }, isDark)).toBeGreaterThan(500);
});

test("a larger picture after a smaller one is white to its corners", async () => {
  await rocCurvePng({ ...plot, width: 400, height: 400 });
  const larger = await decode(await rocCurvePng({ ...plot, width: 900, height: 700 }));
  expect([larger.at(899, 0), larger.at(899, 699), larger.at(0, 699)]).toEqual(Array(3).fill([255, 255, 255]));
});

test("refuses rates of different lengths, or of one point", async () => {
  await expect(rocCurvePng({ fpr: [0, 1], tpr: [0], auc: 1 })).rejects.toThrow(ShapeError);
  await expect(rocCurvePng({ fpr: [0], tpr: [0], auc: 1 })).rejects.toThrow(ShapeError);
});

test("refuses a picture that is too small", async () => {
  await expect(rocCurvePng({ ...plot, width: 100 })).rejects.toThrow(InvalidParameterError);
});

function countDifferences(
  a: Pixels,
  b: Pixels,
  { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number },
): number {
  let n = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) if (a.at(x, y).join() !== b.at(x, y).join()) n++;
  }
  return n;
}

test("a curve of a million points is drawn where it is", async () => {
  const fpr = Float64Array.from({ length: 1_000_001 }, (_, i) => i / 1_000_000);
  const many = await decode(await rocCurvePng({ ...plot, fpr, tpr: fpr.map(Math.sqrt) }));

  const { left, bottom, side } = { left: 184, bottom: 538, side: 486 };
  for (const rate of [0.01, 0.1, 0.25, 0.5, 0.9]) {
    const x = Math.round(left + side * rate);
    const y = Math.round(bottom - side * Math.sqrt(rate));
    expect(isBlue(...many.at(x, y))).toBe(true);
    expect(isBlue(...many.at(x + 4, y + 4))).toBe(false);
    expect(isBlue(...many.at(x - 4, y - 4))).toBe(false);
  }
});
