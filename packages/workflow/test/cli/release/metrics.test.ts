import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { artifactsOfRun } from "../../../src/cli/process/github-files.js";
import { checkMetrics, notGoodEnough, verdictMarkdown } from "../../../src/cli/release/check-metrics.js";
import { readMetrics } from "../../../src/cli/release/metrics.js";
import { summaryMarkdown } from "../../../src/cli/release/summary.js";
import { tempDir } from "../../temp-dir.js";

const metrics = new Map([
  ["accuracy", { value: 0.7532, interval: { low: 0.68, high: 0.81 } }],
  ["rocAuc", { value: 0.8 }],
]);

test("metrics are the entries of metrics.json with a value", () => {
  const folder = tempDir();
  const content = {
    formatVersion: 1,
    accuracy: { value: 0.5 },
    confusionMatrix: [[1]],
    f1: { value: 1, interval: { low: 0, high: 1 } },
  };
  writeFileSync(join(folder, "metrics.json"), JSON.stringify(content));

  expect([...readMetrics(folder)]).toEqual([
    ["accuracy", { value: 0.5 }],
    ["f1", { value: 1, interval: { low: 0, high: 1 } }],
  ]);
});

test("a missing or invalid metrics.json is reported", () => {
  const folder = tempDir();
  expect(() => readMetrics(folder)).toThrow(/metrics\.json does not exist\. Collect the results/);
  writeFileSync(join(folder, "metrics.json"), "{");
  expect(() => readMetrics(folder)).toThrow(/expected a JSON object/);
});

test("metrics that reach their minimum pass, equality included", () => {
  expect(checkMetrics(metrics, { accuracy: 0.7, rocAuc: 0.8 })).toEqual({
    wrong: [],
    right: ["accuracy 0.7532 is at least 0.7", "rocAuc 0.8000 is at least 0.8"],
  });
});

test("every metric that is too low or missing is reported", () => {
  const verdict = checkMetrics(metrics, { accuracy: 0.76, rocAuc: 0.5, auc: 0.7 });
  expect(notGoodEnough(verdict)).toBe(
    "The model is not good enough for a release: accuracy is 0.7532, expected at least 0.76; auc was not measured, expected at least 0.7; available: accuracy, rocAuc (src/release.ts).",
  );
  expect(verdictMarkdown(verdict)).toBe(`## Not good enough for a release

- ❌ accuracy is 0.7532, expected at least 0.76
- ❌ auc was not measured, expected at least 0.7; available: accuracy, rocAuc
- ✅ rocAuc 0.8000 is at least 0.5

Nothing is attached to the release. The thresholds are in \`src/release.ts\`.`);
  expect(checkMetrics(new Map([["accuracy", { value: Number.NaN }]]), { accuracy: 0 }).wrong).toEqual([
    "accuracy is NaN, expected at least 0",
  ]);
});

test("a page links to a run's files, on GitHub only", () => {
  const run = { GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "me/churn", GITHUB_RUN_ID: "7" };
  expect(artifactsOfRun(run)).toBe("https://github.com/me/churn/actions/runs/7#artifacts");
  expect(artifactsOfRun({})).toBe(undefined);
});

test("the summary shows metrics and their differences from main's", () => {
  const main = new Map([["accuracy", { value: 0.7 }]]);
  expect(
    summaryMarkdown({ title: "Results", metrics, main, report: "precision\n", facts: ["image `a`"] }),
  ).toBe(`## Results

- image \`a\`

| metric | value | 95 % interval | main | change |
| --- | --- | --- | --- | --- |
| accuracy | 0.7532 | 0.680 to 0.810 | 0.7000 | +0.0532 |
| rocAuc | 0.8000 |  |  | new |

2 of 2 metrics differ from main.

\`\`\`text
precision
\`\`\``);
});

test("a summary that equals main's says so, and one without main compares nothing", () => {
  expect(summaryMarkdown({ title: "R", metrics, main: metrics })).toContain(
    "All metrics are the same as in main.",
  );
  const other = new Map([...metrics, ["rocAuc", { value: 0.7 }] as const]);
  expect(summaryMarkdown({ title: "R", metrics, main: other })).toContain(
    "1 of 2 metrics differs from main.",
  );
  expect(summaryMarkdown({ title: "R", metrics })).not.toContain("main");
});
