import { evaluationPage } from "@tiphys/ml";
import { table } from "arquero";
import { expect, test } from "vitest";
import { describeCoefficients } from "../../src/evaluation/describe-coefficients.js";
import { logisticRegression } from "../../src/models/logistic-regression.js";
import { featureScaling } from "../../src/steps/feature-scaling.js";
import { loadDiabetes } from "../reference.js";
import { trainingDefaults } from "../training.js";

/** A category, a number, and how many rows of it are negative and positive: as in ../fixtures/odds-ratios.py. */
type Cell = readonly [plan: string, visits: number, no: number, yes: number];

const counts: readonly Cell[] = [
  ["basic", 0, 14, 21],
  ["basic", 1, 20, 26],
  ["basic", 3, 25, 19],
  ["pro", 0, 31, 14],
  ["pro", 1, 48, 17],
  ["pro", 3, 62, 13],
  ["team", 0, 22, 5],
  ["team", 1, 30, 6],
  ["team", 3, 38, 3],
];

function rowsOf(cells: readonly Cell[]) {
  const rows = cells.flatMap(([plan, visits, no, yes]) =>
    Array.from({ length: no + yes }, (_, i) => ({ plan, visits, y: i < no ? 0 : 1 })),
  );
  return {
    x: table({ visits: Float64Array.from(rows, ({ visits }) => visits), plan: rows.map(({ plan }) => plan) }),
    y: Float64Array.from(rows, ({ y }) => y),
  };
}

async function describe(
  { x, y }: ReturnType<typeof rowsOf>,
  C = 1,
  classWeight: "none" | "balanced" = "none",
) {
  const model = "logistic-regression";
  const { xTrain, preprocessing } = await featureScaling.run({ xTrain: x, xTest: x, missing: "keep", model });
  const fitted = logisticRegression.fit(xTrain, y, { ...trainingDefaults, classWeight, C, log: () => {} });
  const classifier = fitted.toJSON();
  return describeCoefficients({ classifier, preprocessing, classWeight, xTrain: x, yTrain: y });
}

/** Each entry by its name, numbers to six digits. */
function byName({ entries }: Awaited<ReturnType<typeof describe>>) {
  const rounded = (value: unknown) => (typeof value === "number" ? Number(value.toPrecision(6)) : value);
  return Object.fromEntries(
    entries.map(({ name, ...figures }) => [
      name,
      Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, rounded(value)])),
    ]),
  );
}

// statsmodels 0.15.0, Logit with the reference "pro"; coefficients: scikit-learn 1.9.1, newton-cholesky with tol=1e-12.
const logit = {
  visits: { logOddsRatio: -0.327291, standardError: 0.117845 },
  plan_basic: { logOddsRatio: 1.26906, standardError: 0.251771 },
  plan_team: { logOddsRatio: -0.717326, standardError: 0.337685 },
};

test.each([
  [1, { visits: -0.320966, plan_basic: 1.2126, plan_team: -0.677453 }],
  [100, { visits: -0.327224, plan_basic: 1.26847, plan_team: -0.716888 }],
])(
  "gives statsmodels' odds ratios and errors with C=%d, and scikit-learn's coefficients",
  async (C, coef) => {
    expect(byName(await describe(rowsOf(counts), C))).toEqual({
      visits: { coefficient: coef.visits, ...logit.visits },
      plan_basic: { coefficient: coef.plan_basic, ...logit.plan_basic },
      plan_team: { coefficient: coef.plan_team, ...logit.plan_team },
    });
  },
);

test("names the most frequent category as the reference of the others", async () => {
  const { references, per } = await describe(rowsOf(counts));

  expect(references).toEqual([{ column: "plan", category: "pro" }]);
  expect(per).toBe("1 standard deviation (a category: in place of its reference)");
});

test("gives no odds ratio of a category whose rows are all of one class, and leaves the others' as they are", async () => {
  const described = await describe(rowsOf([...counts, ["trial", 1, 0, 12]]));

  // statsmodels 0.15.0, without the rows of that category.
  expect(byName(described)).toMatchObject({
    visits: { logOddsRatio: -0.323429, standardError: 0.116454 },
    plan_basic: logit.plan_basic,
    plan_team: logit.plan_team,
    plan_trial: { undetermined: "all 12 rows are “diabetes”" },
  });
});

test("gives no odds ratios compared with a reference whose rows are all of one class", async () => {
  const described = await describe(rowsOf([...counts, ["none", 1, 300, 0]]));

  expect(byName(described)).toMatchObject({
    plan_basic: { undetermined: "of its reference, “none”, all 300 rows are “no diabetes”" },
    visits: { logOddsRatio: -0.258066, standardError: 0.0929193 },
  });
});

test("empty cells are a category of their own, and no other category has their effect", async () => {
  const boats = rowsOf([
    ["", 0, 300, 4],
    ["", 1, 314, 5],
    ["15", 0, 0, 17],
    ["15", 1, 0, 20],
    ["C", 0, 2, 60],
    ["C", 1, 1, 76],
  ]);

  const described = await describe(boats);

  expect(described.references).toEqual([{ column: "plan", category: "(empty)" }]);
  const { plan_15, plan_C } = byName(described);
  expect(plan_15).toMatchObject({ undetermined: "all 37 rows are “diabetes”" });
  expect(plan_C?.logOddsRatio).toBeGreaterThan(8);
  expect(Number(plan_15?.coefficient)).toBeGreaterThan(0);
});

test("says of two columns that are the same that neither's odds ratio is determined", async () => {
  const { x, y } = rowsOf(counts);
  const plans = Array.from(x.array("plan"), String);
  const twice = x.create({ data: { ...x.data(), tariff: plans }, names: ["visits", "plan", "tariff"] });

  const described = await describe({ x: twice, y });

  expect(byName(described)).toMatchObject({
    visits: logit.visits,
    plan_basic: { undetermined: "it is the same in every row as tariff_basic" },
    tariff_team: { undetermined: "it is the same in every row as plan_team" },
  });
});

test("says where a number separates the classes", async () => {
  const x = table({ dose: Float64Array.of(1, 2, 3, 4, 5, 6), other: Float64Array.of(1, 0, 1, 0, 0, 1) });

  const described = await describe({ x, y: Float64Array.of(0, 0, 0, 1, 1, 1) }, 100);

  expect(byName(described)).toMatchObject({
    dose: { undetermined: "the columns together separate the classes" },
  });
});

test("columns of numbers with a penalty that is negligible compared with the data keep the model's own intervals", async () => {
  const { x, y } = loadDiabetes();

  const { entries, references } = await describe({ x, y: Float64Array.from(y) });

  expect(references).toBeUndefined();
  expect(entries).toHaveLength(8);
  expect(entries.filter((entry) => "logOddsRatio" in entry || "undetermined" in entry)).toEqual([]);
});

test("columns of numbers with a strong penalty get odds ratios that do not depend on it", async () => {
  const { x, y } = loadDiabetes();

  const [strong, stronger] = await Promise.all(
    [0.01, 0.001].map(async (C) => byName(await describe({ x, y: Float64Array.from(y) }, C))),
  );

  // statsmodels 0.15.0, Logit on all 768 rows, columns scaled to variance 1.
  const glucose = { logOddsRatio: 1.12354, standardError: 0.1185 };
  expect(strong?.Glucose).toMatchObject(glucose);
  expect(stronger?.Glucose).toMatchObject(glucose);
});

test("class weights change the coefficients, but not the odds ratios, which are those of the rows as they are", async () => {
  const { x, y } = loadDiabetes();
  const rows = { x, y: Float64Array.from(y) };

  const balanced = byName(await describe(rows, 1, "balanced"));

  // statsmodels 0.15.0, Logit on all 768 rows, columns scaled to variance 1.
  expect(balanced.Glucose).toMatchObject({ logOddsRatio: 1.12354, standardError: 0.1185 });
  expect(balanced.Glucose?.coefficient).not.toBe(byName(await describe(rows)).Glucose?.coefficient);
});

test("the page names references and reasons, and claims nothing of a column as a whole", async () => {
  const coefficients = await describe(rowsOf([...counts, ["trial", 1, 0, 12]]));

  const page = evaluationPage({
    title: "Plans",
    unit: { singular: "row", plural: "rows" },
    positiveLabel: "diabetes",
    negativeLabel: "no diabetes",
    metrics: {
      accuracy: { value: 1 },
      recall: { value: 1 },
      specificity: { value: 1 },
      precision: { value: 1 },
      negativePredictiveValue: { value: 1 },
      f1: { value: 1 },
      auc: { value: 1 },
      brierScore: { value: 0 },
    },
    confusionMatrix: [
      [1, 0],
      [0, 1],
    ],
    roc: { fpr: [0, 0, 1], tpr: [0, 1, 1] },
    scores: { probabilities: [0.1, 0.9], positive: [0, 1], threshold: 0.5 },
    calibration: [],
    coefficients,
    data: { train: { rows: 1, positives: 1 }, test: { rows: 2, positives: 1 }, columns: [] },
    parameters: [],
  });

  expect(page).toContain("which has no row of its own (plan: “pro”)");
  expect(page).toContain("about these two alone, not about the column as a whole");
  expect(page).toContain("all 12 rows are “diabetes”");
  // statsmodels 0.15.0: 2.17188 to 5.82710
  expect(page).toMatch(/plan_basic<.*<strong>3\.56<\/strong><\/td><td>2\.17–5\.83</);
});
