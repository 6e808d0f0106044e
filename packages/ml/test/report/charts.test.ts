import { describe, expect, test } from "vitest";
import { calibrationChart, drawableBins } from "../../src/report/charts/calibration.js";
import { confusionTable } from "../../src/report/charts/confusion.js";
import { forestRow, forestScale } from "../../src/report/charts/forest.js";
import { scoreHistogram } from "../../src/report/charts/histogram.js";
import { hasRocCurve, rocChart } from "../../src/report/charts/roc.js";
import { countTicks, ratioTicks } from "../../src/report/charts/ticks.js";
import { oddsRatios } from "../../src/report/odds-ratio.js";
import { scoreBins } from "../../src/report/score-bins.js";
import { example } from "./example-evaluation.js";

describe("ROC chart", () => {
  test("draws the curve's points on equal axes, the origin at the bottom left", () => {
    expect(rocChart({ ...example, roc: { fpr: [0, 0, 0.5, 1], tpr: [0, 0.5, 1, 1] } }).toString()).toContain(
      '<path class="curve" d="M62 330L62 171L221 12L380 12"/>',
    );
  });

  test("marks the point at which the model was used", () => {
    // fp / negatives = 1/5, tp / positives = 2/3
    expect(rocChart(example).toString()).toContain('<circle class="point" cx="125.6" cy="118" r="5.5"/>');
  });

  test("stays small for a curve of a hundred thousand points", () => {
    const diagonal = Float64Array.from({ length: 100_001 }, (_, index) => index / 100_000);
    expect(rocChart({ ...example, roc: { fpr: diagonal, tpr: diagonal } }).toString().length).toBeLessThan(
      30_000,
    );
  });

  test("is not drawn from undefined rates, such as those of a test set without positives", () => {
    expect(hasRocCurve(example.roc)).toBe(true);
    expect(hasRocCurve({ fpr: [0, 1], tpr: [Number.NaN, Number.NaN] })).toBe(false);
    expect(hasRocCurve({ fpr: [], tpr: [] })).toBe(false);
  });

  test("marks no point if the test set has one class", () => {
    const oneClass = {
      ...example,
      confusionMatrix: [
        [4, 1],
        [0, 0],
      ],
    } as const;
    expect(rocChart(oneClass).toString()).not.toContain("<circle");
  });
});

describe("confusion table", () => {
  test("gives counts and shares of the true class", () => {
    const table = confusionTable(example).toString();
    expect(table).toContain(
      '<td class="right" style="--strength:29%"><span class="count">2</span><span class="share">66.7%</span><span class="name">true positives</span></td>',
    );
    expect(table).toContain(
      '<td class="wrong" style="--strength:13%"><span class="count">1</span><span class="share">20.0%</span><span class="name">false positives</span></td>',
    );
  });

  test("shows a dash for the shares of a class without rows", () => {
    expect(
      confusionTable({
        ...example,
        confusionMatrix: [
          [5, 3],
          [0, 0],
        ],
      }).toString(),
    ).toContain(
      '<td class="right" style="--strength:0%"><span class="count">0</span><span class="share">–</span>',
    );
  });
});

describe("score histogram", () => {
  test("counts the rows of one class by probability, 1 in the last bin and NaN in none", () => {
    const scores = {
      probabilities: [0, 0.24, 0.25, 1, Number.NaN, 0.6],
      positive: [true, true, true, true, true, false],
      threshold: 0.25,
    };
    expect(scoreBins(scores, true, 4)).toEqual({ counts: [2, 1, 0, 1], rows: 5, predictedPositive: 2 });
    expect(scoreBins(scores, false, 4)).toEqual({ counts: [0, 0, 1, 0], rows: 1, predictedPositive: 1 });
  });

  test("draws the threshold across both classes", () => {
    const chart = scoreHistogram(example).toString();
    expect(chart).toContain('<line class="threshold" x1="221" x2="221" y1="30" y2="188"/>');
    expect(chart).toContain('<line class="threshold" x1="221" x2="221" y1="230" y2="388"/>');
    expect(chart).toContain("Actually “late”: 3 parcels, of which 66.7% reach the threshold.");
  });
});

describe("calibration chart", () => {
  test("puts a bin at its mean prediction and observed share", () => {
    const chart = calibrationChart(
      [{ meanPredicted: 0.5, observedShare: 0.25, count: 8 }],
      "late",
    ).toString();
    expect(chart).toContain('<circle class="point" cx="221" cy="250.5" r="5"/>');
    expect(chart).not.toContain("whisker");
  });

  test("omits empty bins and sorts the others", () => {
    const bins = drawableBins([
      { meanPredicted: 0.9, observedShare: 1, count: 3 },
      { meanPredicted: Number.NaN, observedShare: Number.NaN, count: 0 },
      { meanPredicted: 0.1, observedShare: 0, count: 2 },
    ]);
    expect(bins.map((bin) => bin.meanPredicted)).toEqual([0.1, 0.9]);
  });

  test("omits a count that would overlap the previous one", () => {
    const chart = calibrationChart(
      [
        { meanPredicted: 0.5, observedShare: 0.5, count: 1000 },
        { meanPredicted: 0.51, observedShare: 0.5, count: 2000 },
      ],
      "late",
    ).toString();
    expect(chart.match(/<text class="count"[^>]*>[^<]*/g)).toEqual([
      '<text class="count" x="221" y="414" text-anchor="middle">1,000',
    ]);
  });
});

describe("forest plot", () => {
  const [distance, weight] = oddsRatios(example.coefficients?.entries ?? []);

  test("turns coefficients into odds ratios, strongest first", () => {
    expect(distance?.name).toBe("distance");
    expect(distance?.ratio).toBeCloseTo(2.9186, 4);
    expect(distance?.interval?.lower).toBeCloseTo(2.2889, 4);
    expect(distance?.interval?.upper).toBeCloseTo(3.7215, 4);
    expect(weight?.ratio).toBeCloseTo(0.7805, 4);
  });

  test("puts undefined coefficients last and draws no mark for them", () => {
    const ratios = oddsRatios([
      { name: "lost", coefficient: Number.NaN, standardError: 1 },
      { name: "kept", coefficient: 0.1 },
    ]);
    expect(ratios.map((ratio) => ratio.name)).toEqual(["kept", "lost"]);
    const [, lost] = ratios;
    expect(lost && forestRow(lost, forestScale(ratios)).toString()).not.toMatch(/circle|path|whisker/);
  });

  test.each([
    [Number.NaN, 1],
    [1, Number.NaN],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  ])(
    "has no interval if a bound is undefined (coefficient %d, standard error %d)",
    (coefficient, standardError) => {
      expect(oddsRatios([{ name: "a", coefficient, standardError }])[0]?.interval).toBeUndefined();
    },
  );

  test("has a logarithmic axis around 1", () => {
    const scale = forestScale(
      oddsRatios([
        { name: "a", coefficient: Math.log(4) },
        { name: "b", coefficient: -1.3 },
      ]),
    );
    expect(scale.ticks).toEqual([0.25, 0.5, 1, 2, 4]);
    expect(scale.percent(0.25)).toBeCloseTo(4);
    expect(scale.percent(0.5)).toBeCloseTo(27);
    expect(scale.percent(1)).toBeCloseTo(50);
    expect(scale.percent(4)).toBeCloseTo(96);
  });

  test("shows what is off the scale as an arrow at the edge", () => {
    const ratios = oddsRatios([
      { name: "huge", coefficient: 60 },
      { name: "tiny", coefficient: -50 },
    ]);
    const rows = ratios.map((ratio) => forestRow(ratio, forestScale(ratios)).toString());
    expect(rows[0]).toContain('<svg class="arrow" x="100%" y="50%">');
    expect(rows[1]).toContain('<svg class="arrow" x="0%" y="50%">');
  });
});

describe("ticks", () => {
  test.each([
    [0, [0, 1]],
    [2, [0, 1, 2]],
    [20, [0, 10, 20]],
    [21, [0, 10, 20, 30]],
    [1234, [0, 500, 1000, 1500]],
  ])("counts up to %d get %j", (largest, ticks) => {
    expect(countTicks(largest)).toEqual(ticks);
  });

  test.each([
    [1, 1, [0.9, 1, 1.1]],
    [0.6, 1.3, [0.5, 0.7, 1, 1.4]],
    [0.64, 3.72, [0.5, 1, 2, 4]],
    [0.2, 9, [0.1, 0.3, 1, 3, 10]],
    [1e-20, 1e20, [0.01, 0.1, 1, 10, 100]],
  ])("ratios from %d to %d get %j", (low, high, ticks) => {
    expect(ratioTicks(low, high)).toEqual(ticks);
  });
});
