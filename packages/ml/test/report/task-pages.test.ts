import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { errorDeciles } from "../../src/report/error-deciles.js";
import {
  evaluationPage,
  multiClassEvaluationPage,
  type RegressionEvaluation,
  regressionEvaluationPage,
} from "../../src/report/index.js";
import { example } from "./example-evaluation.js";
import { noRows, thirtyClasses, threeClasses } from "./example-multi-class.js";
import { fourHouses, manyRows, noHouses } from "./example-regression.js";
import { assertWellFormed } from "./well-formed.js";

const pages = [
  ["three classes", () => multiClassEvaluationPage(threeClasses)],
  ["thirty classes", () => multiClassEvaluationPage(thirtyClasses)],
  ["classes without rows", () => multiClassEvaluationPage(noRows)],
  ["four houses", () => regressionEvaluationPage(fourHouses)],
  ["many rows", () => regressionEvaluationPage(manyRows)],
  ["no houses", () => regressionEvaluationPage(noHouses)],
] as const;

describe.each(pages)("the page of %s", (_, write) => {
  const page = write();

  test("is well-formed, loads and runs nothing", () => {
    assertWellFormed(page);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|<object|data:|https?:|@import|url\(|javascript:/i);
    expect(page).not.toMatch(/<[^>]*\son[a-z]+\s*=/i);
  });

  test("shows no figure that was not computed", () => {
    expect(page).not.toMatch(/NaN|undefined|Infinity|null|\[object/);
  });

  test("names every picture and uses no id twice", () => {
    const ids = Array.from(page.matchAll(/ id="([^"]*)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [svg] of page.matchAll(/<svg [^>]*>/g)) {
      expect(svg).toMatch(/aria-hidden="true"|role="img" aria-labelledby|class="arrow"/);
    }
  });

  test("has the same bytes each time", () => {
    expect(write()).toBe(page);
  });
});

describe("multiClassEvaluationPage", () => {
  const page = multiClassEvaluationPage(threeClasses);

  test("begins with the verdict, the classes it recognises best and worst, and the baseline", () => {
    expect(page).toContain("Of 10 flowers in the test set, the model got <strong>7 right (70.0%)</strong>.");
    expect(page).toContain(
      "It recognised “setosa” (4 of 4) best and “virginica” (1 of 2) worst. For comparison, the baseline: always answering “setosa”, the most frequent class of the training rows, is right for 40.0% of them.",
    );
    expect(page).toContain("the training rows&#39; shares of the classes has 1.055.");
  });

  test("shows counts and shares of the row", () => {
    expect(page).toContain('<span>2</span><span class="share">50%</span>');
    expect(page).toContain('title="2 of 4"');
    expect(page).toMatch(/<th scope="row">versicolor<\/th>.*<td class="total">4<\/td>/);
  });

  test("shows each class with its intervals, and scikit-learn's averages", () => {
    // setosa: 4 of 5 predicted, Wilson 0.3755 to 0.9638; 4 of 4 rows, 0.5101 to 1; F1 8/9.
    expect(page).toContain(
      '<th scope="row">setosa</th><td>4</td><td>80.0%<span class="range-text">38–96%</span></td><td>100.0%<span class="range-text">51–100%</span></td><td>0.889',
    );
    // Mean of 4/5, 2/3 and 1/2; of 1, 1/2 and 1/2; of 8/9, 4/7 and 1/2.
    expect(page).toContain('<th scope="row">Mean</th><td>10</td><td>65.6%</td><td>66.7%</td><td>0.653</td>');
    expect(page).toContain('0.625<span class="range-text">0.30–0.95</span>');
  });

  test("shows averages with the intervals that were given", () => {
    // Areas of 1, 0.625 and 0.625; weighted by 4, 4 and 2 rows.
    expect(page).toContain('<p class="figure">0.750</p>');
    expect(page).toContain('<p class="figure">0.775</p>');
    expect(page).toContain("95% CI 0.400–0.900");
  });

  test("shows the most frequent mistakes", () => {
    expect(page).toContain(
      '<th scope="row">versicolor</th><td class="reason">setosa</td><td>1</td><td>25.0%</td>',
    );
  });

  test("shows the coefficients of each class, strongest first, and a dash for one that is not determined", () => {
    const [strong, weak] = [
      page.indexOf('<th scope="row">petal width</th><td>−2.500'),
      page.indexOf("<td>−0.250</td>"),
    ];
    expect(strong).toBeGreaterThan(0);
    expect(strong).toBeLessThan(weak);
    expect(page).toContain("<td>−0.250</td><td>0.125</td><td>–</td>");
    expect(page).toContain("(colour: “blue”)");
  });

  test("shows importances with their spread, largest first", () => {
    expect(page).toContain("<strong>0.4</strong></td><td>± 0.05</td>");
    expect(page.indexOf("± 0.05")).toBeLessThan(page.indexOf("± 0.02"));
  });

  test("has numbers at the columns of many classes, and colours for the eight weakest", () => {
    const many = multiClassEvaluationPage(thirtyClasses);
    expect(many).toContain('<th scope="col"><abbr title="class 2">3</abbr></th>');
    expect(many).toContain("<span>1.235M</span>");
    expect(many.match(/<path class="curve class-\d"/g)).toHaveLength(8);
    expect(many.match(/<path class="curve other-class"/g)).toHaveLength(21);
    expect(many).toContain("More likely by");
    expect(many).toContain("&lt;script&gt;");
  });

  test("shows dashes for a class without rows or predictions", () => {
    const absent = multiClassEvaluationPage({
      ...threeClasses,
      confusionMatrix: [
        [4, 0, 0],
        [0, 4, 0],
        [0, 0, 0],
      ],
      curves: threeClasses.curves.slice(0, 2),
    });
    expect(absent).toContain(
      '<th scope="row">virginica</th><td>0</td><td>–</td><td>–</td><td>–</td><td>–</td>',
    );
  });

  test("says that the test set is empty", () => {
    const empty = multiClassEvaluationPage(noRows);
    expect(empty).toContain("The test set is empty: there is nothing to judge the model by.");
    expect(empty).not.toContain('<svg class="chart"');
  });
});

describe("regressionEvaluationPage", () => {
  const page = regressionEvaluationPage(fourHouses);

  test("begins with the verdict and what the model gains over the baseline", () => {
    expect(page).toContain(
      "For 4 houses in the test set, the predicted price is off by <strong>50 kEUR on average</strong>, and for half of them by at most 40 kEUR.",
    );
    expect(page).toContain(
      "It explains 68.0% of the variance of price (R²). For comparison, the baseline: always predicting the mean of the training rows, 250 kEUR, is off by 100 kEUR on average. The model&#39;s errors are 50.0% smaller.",
    );
    expect(page).toContain("43.4% less than the baseline&#39;s 111.8.");
  });

  test("shows figures with their intervals, and the percentage error only where it is given", () => {
    expect(page).toContain("95% CI 30–70");
    expect(page).toContain('<p class="figure">22.9%</p>');
    const { meanAbsolutePercentageError: _, ...metrics } = fourHouses.metrics;
    expect(regressionEvaluationPage({ ...fourHouses, metrics })).not.toContain("MAPE");
  });

  test("draws few rows as dots and many as cells", () => {
    expect(page.match(/<path class="dots" d="(M[\d.]+ [\d.]+h0){4}"/g)).toHaveLength(2);
    const many = regressionEvaluationPage(manyRows);
    expect(many).not.toContain('class="dots"');
    expect(many).toContain("20 rows lie outside of this range and are not drawn; the figures count them.");
    expect(many.match(/rows lie outside of this range and are not drawn/g)).toHaveLength(3);
    expect(many.slice(many.indexOf('id="residual-histogram'))).toMatch(
      /^[\s\S]*?<\/svg><p class="chart-note">20 rows lie outside of this range/,
    );
    expect(page).not.toContain("outside of this range");
    expect(many.length).toBeLessThan(200_000);
  });

  test("says that a model is worse than the mean", () => {
    const metrics = { ...fourHouses.metrics, r2: { value: -0.25 } };
    expect(regressionEvaluationPage({ ...fourHouses, metrics })).toContain(
      "It is worse than the mean of the test rows (R² −0.250).",
    );
  });

  test("shows coefficients with intervals, and a dash for one that is not determined", () => {
    expect(page).toContain("<strong>52</strong></td><td>47–57</td>");
    expect(page).toContain("<strong>–</strong></td><td>–</td>");
    expect(page.indexOf('<th scope="row">area</th><td class="plot">')).toBeLessThan(
      page.indexOf('<th scope="row">rooms</th>'),
    );
  });

  test("is well-formed for any numbers and names", () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e100, max: 1e100 }),
      fc.constant(0),
    );
    const figure = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 0, 1e300));
    const name = fc.string({ unit: "binary", maxLength: 40 });
    const rows = fc.array(fc.tuple(number, number), { maxLength: 20 });
    fc.assert(
      fc.property(rows, figure, figure, name, (pairs, first, second, text) => {
        const estimate = { value: first, interval: { lower: second, upper: first, confidence: 0.95 } };
        const evaluation: RegressionEvaluation = {
          ...fourHouses,
          title: text,
          target: { name: text, unit: text },
          metrics: {
            r2: estimate,
            rootMeanSquaredError: estimate,
            meanAbsoluteError: estimate,
            medianAbsoluteError: estimate,
            meanAbsolutePercentageError: estimate,
          },
          predictions: { actual: pairs.map(([a]) => a), predicted: pairs.map(([, b]) => b) },
          coefficients: {
            per: text,
            entries: [{ name: text, coefficient: first, interval: estimate.interval }],
          },
        };
        const drawn = regressionEvaluationPage(evaluation);
        assertWellFormed(drawn);
        expect(Array.from(drawn.matchAll(/<[^>]*>/g), ([tag]) => tag).join("")).not.toMatch(/NaN|Infinity/);
      }),
      { seed: 17, numRuns: 100 },
    );
  });
});

test("errors by decile are those of ten equal parts, and equal predictions stay together", () => {
  const predicted = Array.from({ length: 100 }, (_, i) => i + 1);
  const parts = errorDeciles({ predicted, actual: predicted.map((value) => value + value / 100) });
  expect(parts).toHaveLength(10);
  expect(parts[0]).toMatchObject({ rows: 10, from: 1, to: 10, meanPredicted: 5.5 });
  expect(parts[9]?.meanAbsoluteError).toBeCloseTo(0.955, 12);
  expect(errorDeciles({ predicted: [3, 3, 3], actual: [1, 2, 3] })).toEqual([
    { rows: 3, from: 3, to: 3, meanPredicted: 3, meanActual: 2, meanAbsoluteError: 1 },
  ]);
});

describe("evaluationPage with what is optional", () => {
  const page = evaluationPage({
    ...example,
    baseline: { label: "on time", accuracy: 0.625, logLoss: 0.6616 },
    thresholdChoice: {
      chosen: "chosen so that the errors cost least",
      cost: { falsePositive: 1, falseNegative: 5 },
    },
    precisionRecall: { precision: [0.375, 1, 1], recall: [1, 1 / 3, 0], averagePrecision: { value: 0.5833 } },
    importances: threeClasses.importances,
    scores: { ...example.scores, threshold: 0.35 },
  });

  test("is well-formed and uses no id twice", () => {
    assertWellFormed(page);
    const ids = Array.from(page.matchAll(/ id="([^"]*)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("names the baseline", () => {
    expect(page).toContain(
      "The baseline, always answering “on time”, the most frequent class of the training rows, is right for 62.5% of the test rows; giving every row the training rows&#39; shares of the classes has a log loss of 0.662.",
    );
  });

  test("compares the errors of the threshold, and their cost, with the usual one", () => {
    // Negatives at least 0.35: 0.45 and 0.7; at least 0.5: 0.7. Positives below 0.5: 0.4.
    expect(page).toContain('<th scope="row">0.35 (used)</th><td>2</td><td>0</td><td>2</td>');
    expect(page).toContain('<th scope="row">0.5 (usual)</th><td>1</td><td>1</td><td>6</td>');
    expect(page).toContain("chosen so that the errors cost least");
  });

  test("draws precision and recall with the average precision, and what the model relies on", () => {
    expect(page).toContain("AP 0.583");
    expect(page).toContain("guessing has the share of “late” cases, 37.5%");
    expect(page).toContain("What the model relies on");
  });
});
