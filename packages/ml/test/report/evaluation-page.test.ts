import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Evaluation, evaluationPage } from "../../src/report/index.js";
import { example, hardExample } from "./example-evaluation.js";
import { assertWellFormed } from "./well-formed.js";

const undefinedFigure = { value: Number.NaN };

/** A test set without rows, a model without columns. */
const nothing: Evaluation = {
  ...example,
  metrics: {
    accuracy: undefinedFigure,
    recall: undefinedFigure,
    specificity: undefinedFigure,
    precision: undefinedFigure,
    negativePredictiveValue: undefinedFigure,
    f1: undefinedFigure,
    auc: undefinedFigure,
    brierScore: undefinedFigure,
  },
  confusionMatrix: [
    [0, 0],
    [0, 0],
  ],
  roc: { fpr: [], tpr: [] },
  scores: { probabilities: [], positive: [], threshold: 0.5 },
  calibration: [],
  coefficients: { per: "1 unit", entries: [] },
  data: { train: { rows: 0, positives: 0 }, test: { rows: 0, positives: 0 }, columns: [] },
  parameters: [],
  notes: [],
};

const pages = [
  ["an ordinary evaluation", example],
  ["an evaluation at its limits", hardExample],
  ["an empty evaluation", nothing],
] as const;

describe.each(pages)("the page of %s", (_, evaluation) => {
  const page = evaluationPage(evaluation);

  test("is well-formed", () => {
    assertWellFormed(page);
  });

  test("loads and runs nothing", () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|<object|data:|https?:|@import|url\(|javascript:/i);
    expect(page).not.toMatch(/<[^>]*\son[a-z]+\s*=/i);
  });

  test("shows no figure that was not computed", () => {
    expect(page).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  test("names every picture and uses no id twice", () => {
    const ids = Array.from(page.matchAll(/ id="([^"]*)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [svg] of page.matchAll(/<svg [^>]*>/g)) {
      expect(svg).toMatch(/aria-hidden="true"|role="img" aria-labelledby|class="arrow"/);
    }
  });

  test("has the same bytes each time", () => {
    expect(evaluationPage(structuredClone(evaluation))).toBe(page);
  });
});

describe("evaluationPage", () => {
  const page = evaluationPage(example);

  test("begins with the verdict in words, and a baseline", () => {
    expect(page).toContain("Of 8 parcels in the test set, the model got <strong>6 right (75.0%)</strong>.");
    expect(page).toContain(
      "It recognised 2 of 3 “late” parcels and 4 of 5 “on time” parcels. For comparison: always answering “on time” would have got 5 right (62.5%).",
    );
  });

  test("shows a metric with its interval and meaning", () => {
    expect(page).toContain('<p class="figure">75.0%</p>\n<p class="interval">95% CI 40.9–92.9%</p>');
    expect(page).toContain("2 of the 3 predicted “late” truly were.");
    expect(page).toContain("Giving everyone 37.5% would score 0.234.");
  });

  test("shows odds ratios, strongest first", () => {
    expect(page.indexOf("2.92")).toBeGreaterThan(0);
    expect(page).toMatch(
      /distance<\/th>.*<td><strong>2\.92<\/strong><\/td><td>2\.29–3\.72<\/td>.*1\.0711<\/td>/,
    );
    expect(page.indexOf('<th scope="row">distance')).toBeLessThan(page.indexOf('<th scope="row">weight'));
  });

  test("lists data, parameters and notes", () => {
    expect(page).toContain('<th scope="row">Training</th><td>32</td><td>10</td><td>31.3%</td>');
    expect(page).toContain(
      '<th scope="row">distance</th><td>120.9</td><td>32.01</td><td>0</td><td>199</td><td>2</td><td>5</td>',
    );
    expect(page).toContain('<th scope="row">randomState</th><td>42</td>');
    expect(page).toContain("<li>Eight parcels are few.</li>");
  });

  test("has no zeros column if no column's zeros were counted", () => {
    const columns = [{ name: "a", mean: 1, std: 1, min: 0, max: 2, missing: 0 }];
    expect(evaluationPage({ ...example, data: { ...example.data, columns } })).not.toContain("Zeros");
  });

  test("has a table of categories with their number, the most frequent one and empty cells", () => {
    const mostFrequent = { category: "<b>", rows: 20 };
    const categories = [
      { name: "road", categories: 3, mostFrequent, missing: 2, rows: 32 },
      { name: "gate", categories: 0, mostFrequent: undefined, missing: 32, rows: 32 },
    ];
    const listed = evaluationPage({ ...example, data: { ...example.data, categories } });
    expect(listed).toContain(
      '<th scope="row">road</th><td>3</td><td class="reason">&lt;b&gt;</td><td>20 (62.5%)</td><td>2 (6.3%)</td>',
    );
    expect(listed).toContain(
      '<th scope="row">gate</th><td>0</td><td class="reason">–</td><td>–</td><td>32 (100.0%)</td>',
    );
    expect(page).not.toContain("Columns of categories");
  });

  test("says what categories are compared with, and only of a table that has some", () => {
    const references = [{ column: "road", category: "A1" }];
    const compared = evaluationPage({
      ...example,
      coefficients: { per: "1 unit", entries: [{ name: "road_B7", coefficient: 1 }], references },
    });
    expect(compared).toContain("which has no row of its own (road: “A1”)");
    expect(page).not.toContain("reference, the most frequent one");
  });

  test("shows a reason instead of an odds ratio that the training rows do not determine", () => {
    const entries = [
      { name: "weight", coefficient: 0.1, logOddsRatio: 0.2, standardError: 0.1 },
      { name: "road_B7", coefficient: 3, undetermined: "all 9 rows are “late”" },
    ];
    const open = evaluationPage({ ...example, coefficients: { per: "1 unit", entries } });
    // exp(0.2) = 1.221, exp(0.2 ± 0.196) = 1.004 and 1.486
    expect(open).toContain("<strong>1.22</strong></td><td>1.00–1.49</td>");
    expect(open).toContain(
      '<th scope="row">road_B7</th><td class="reason">all 9 rows are “late”</td><td>3.0000</td>',
    );
    expect(open.match(/<svg class="forest"/g)).toHaveLength(1);
  });

  test("shows no coefficients for a model without them", () => {
    expect(evaluationPage({ ...example, coefficients: undefined })).not.toContain("Feature effects");
  });

  test("shows warnings above the figures, and no box without them", () => {
    const warned = evaluationPage({ ...example, warnings: ["The fit did not converge."] });
    expect(warned.indexOf("The fit did not converge.")).toBeLessThan(warned.indexOf("Key figures"));
    expect(page).not.toContain("<aside");
  });

  test("draws the 30 strongest of 200 coefficients and lists all", () => {
    const hard = evaluationPage(hardExample);
    expect(hard.match(/<svg class="forest"/g)).toHaveLength(30);
    expect(hard).toContain("Shown are the 30 strongest of 200");
    expect(hard).toContain("all 200, strongest first");
    expect(hard.match(/<td class="log-odds">[^<]+<\/td>/g)).toHaveLength(230);
  });

  test("reports missing data instead of drawing an empty chart", () => {
    const empty = evaluationPage(nothing);
    expect(empty).toContain("The test set is empty: there is nothing to judge the model by.");
    expect(empty).toContain("There is no curve: the test set holds one class only.");
    expect(empty).toContain("There are no predicted probabilities.");
    expect(empty).toContain("There are no bins to draw.");
    expect(empty).not.toContain('<svg class="chart"');
  });

  test("escapes a title that is markup", () => {
    const hostile = evaluationPage({ ...example, title: "</title><script>alert(1)</script>" });
    expect(hostile).toContain("<h1>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</h1>");
    expect(hostile).not.toContain("<script");
  });

  test("is well-formed for any names", () => {
    const name = fc.string({ unit: "binary", maxLength: 60 });
    fc.assert(
      fc.property(name, name, name, name, (first, second, third, fourth) => {
        const named = evaluationPage({
          ...example,
          title: first,
          subtitle: second,
          unit: { singular: first, plural: second },
          positiveLabel: third,
          negativeLabel: fourth,
          coefficients: { per: first, entries: [{ name: second, coefficient: 1 }] },
          data: {
            ...example.data,
            columnsOf: third,
            columns: [{ name: fourth, mean: 1, std: 1, min: 0, max: 2, missing: 0 }],
          },
          parameters: [{ name: first, value: second }],
          warnings: [third],
          notes: [fourth],
        });
        assertWellFormed(named);
      }),
      { numRuns: 50 },
    );
  });

  test("is well-formed for any figures", () => {
    const figure = fc.oneof(
      fc.double(),
      fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 0, 1, 0.5, 1e300),
    );
    fc.assert(
      fc.property(figure, figure, figure, (first, second, third) => {
        const estimate = { value: first, interval: { lower: second, upper: third, confidence: 0.95 } };
        const figures = evaluationPage({
          ...example,
          metrics: { ...example.metrics, accuracy: estimate, auc: estimate, brierScore: estimate },
          scores: { probabilities: [first, second], positive: [0, 1], threshold: third },
          coefficients: {
            per: "1 unit",
            entries: [
              { name: "a", coefficient: first, standardError: second },
              { name: "b", coefficient: third },
            ],
          },
        });
        assertWellFormed(figures);
        expect(figures).not.toMatch(/NaN|Infinity/);
      }),
      { numRuns: 100 },
    );
  });
});
