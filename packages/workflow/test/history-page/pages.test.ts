import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { comparePage } from "../../src/history-page/compare-page.js";
import { runsPage } from "../../src/history-page/runs-page.js";
import { exampleRun, exampleRuns, hostileNote } from "./example-runs.js";

const writtenAt = "2026-11-30T08:00:00.000Z";
const index = runsPage(exampleRuns, writtenAt, true);
const [, second, first] = exampleRuns;
if (first === undefined || second === undefined) throw new Error("the example has four runs");

const labels = { title: "ROC curves", xLabel: "False positive rate", yLabel: "True positive rate" };
const difference = {
  name: "AUC",
  difference: -0.1,
  interval: { lower: -0.15, upper: -0.05, confidence: 0.95 },
  pValue: 0.0001,
  test: "DeLong's paired test",
};
const compare = comparePage(
  [first, second],
  {
    labels,
    pairs: [{ run: second.name, against: first.name, differences: [difference] }],
    curves: [
      { run: first.name, x: [0, 0, 1], y: [0, 0.5, 1] },
      { run: second.name, x: [0, 0.5, 1], y: [0, 0.5, 1] },
    ],
  },
  writtenAt,
);

/** The text of a page's body, without markup; cells and paragraphs are separated by spaces. */
function textOf(page: string): string {
  const body = page.slice(page.indexOf("<main>"), page.indexOf("</main>"));
  return body.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

test("a row shows a run's phase, metrics, changed parameters, duration and commit", () => {
  expect(textOf(index)).toContain(
    "2026-11-30 07:03 20261130-070300-ddd Succeeded 0.7500 C=0.01 3.3 s 32345678 + changes –",
  );
  expect(textOf(index)).toContain(
    "2026-11-30 07:04 20261130-070400-eee Failed child &#39;load&#39; failed – – 1 h 2 min 42345678 – ",
  );
});

test("a metric's card has the newest value, the best one, and a line from the oldest to the newest run", () => {
  expect(textOf(index)).toContain("auc 0.7500 newest · highest 0.8500");
  expect(index).toContain('aria-label="auc of 3 runs over time: newest 0.7500, best 0.8500"');
  // The lowest value is at the bottom left, the highest in the middle at the top.
  expect(index).toContain('<polyline points="6,50 120,6 234,28"/>');
  expect(index).toContain('<circle class="ring" cx="120" cy="6" r="5"/>');
});

test("the best value of a column is emphasized", () => {
  expect([...index.matchAll(/<strong>(.*?)<\/strong>/g)].map(([, text]) => text)).toEqual(["0.8500"]);
});

test("no runs are said", () => {
  expect(textOf(runsPage([], writtenAt, false))).toContain("There is no run yet.");
});

test.each([
  ["index.html", index],
  ["compare.html", compare],
])("%s escapes notes, and allows its own style and script only", (_, page) => {
  expect(page).not.toContain("<img");
  expect(page).not.toContain("\u202E");
  expect(page).toContain("&lt;img src=x onerror=&quot;document.title=&#39;hacked&#39;&quot;&gt;");
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? "";
  const hash = (text = "") => `&#39;sha256-${createHash("sha256").update(text).digest("base64")}&#39;`;
  const [, style] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
  const [, script] = /<script>([\s\S]*?)<\/script>/.exec(page) ?? [];
  expect(policy.split("; ")).toEqual([
    "default-src &#39;none&#39;",
    "base-uri &#39;none&#39;",
    "form-action &#39;none&#39;",
    `style-src ${hash(style)}`,
    `script-src ${hash(script)}`,
  ]);
  // Attributes would need another policy; addresses lead to the folder of a run or to the other page.
  expect(page).not.toMatch(/ (style|on\w+)=(?!&quot;)/);
  const addresses = [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
  expect(addresses.length).toBeGreaterThan(2);
  expect(addresses.filter((address) => !/^\.\/[\w-]+(\/|\.html)$/.test(address ?? ""))).toEqual([]);
});

test("controls in a note, a name and a parameter are shown as such, and line separators as spaces", () => {
  const texts = "one\u2028two\u2029three\u0000\u001b[31m\u0085\u2066";
  const run = exampleRun(1, {
    name: texts,
    note: texts,
    tags: [texts],
    changedParameters: { [texts]: texts },
  });
  const page = runsPage([run], writtenAt, false);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this pattern looks for them
  expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u2066]/);
  expect(textOf(page).split("one two three\ufffd\ufffd[31m\ufffd\ufffd")).toHaveLength(6);
});

test("from ten runs on the page has a box that filters them, hidden until the script makes it work", () => {
  const runs = (count: number) => Array.from({ length: count }, (_, i) => exampleRun(i));
  expect(runsPage(runs(9), writtenAt, false)).not.toContain("<input");
  expect(runsPage(runs(10), writtenAt, false)).toContain(
    '<p class="filter screen" hidden><label for="filter">',
  );
});

test("a comparison says whether a difference is more than chance", () => {
  expect(textOf(compare)).toContain(
    "B against A AUC −0.1000 95% CI −0.1500 to −0.0500 , p &lt; 0.001 It is hardly chance alone. DeLong&#39;s paired test.",
  );
});

const { pValue: _, ...untested } = difference;

test.each([
  ["p = 0.50 It may be chance alone.", { ...difference, pValue: 0.5 }],
  ["There is no difference.", { ...difference, difference: 0, pValue: 1 }],
  ["95% CI −0.1500 to −0.0500 not tested.", { ...untested, test: "not tested" }],
])("says %j of another difference", (expected, other) => {
  const pair = { run: second.name, against: first.name, differences: [other] };
  const page = comparePage([first, second], { pairs: [pair], curves: [] }, writtenAt);
  expect(textOf(page)).toContain(expected);
});

test("a pair that cannot be compared has its reason", () => {
  const pair = { run: second.name, against: first.name, reason: "the runs scored different rows" };
  const page = comparePage([first, second], { pairs: [pair], curves: [] }, writtenAt);
  expect(textOf(page)).toContain("B against A Not compared: the runs scored different rows.");
});

test("curves have a letter and dashes of their own", () => {
  const lines = [
    ...compare.matchAll(/<path class="curve (line-\d)"( stroke-dasharray="[^"]+")? d="(M58[^"]+)"/g),
  ];
  expect(lines.map(([, className, dashes, d]) => [className, dashes, d])).toEqual([
    ["line-0", undefined, "M58 392L58 202L438 12"],
    ["line-1", ' stroke-dasharray="8 5"', "M58 392L248 202L438 12"],
  ]);
  expect([...compare.matchAll(/<text class="letter"[^>]*>(.)</g)].map(([, letter]) => letter)).toEqual([
    "A",
    "B",
  ]);
});

test("what differs is in a table, and what is equal in a line", () => {
  expect(textOf(compare)).toContain("Parameter A B C 1 0.01 Equal in all runs: missing keep");
  expect(textOf(compare)).toContain("Git commit 2234567890ab 3234567890ab (changed)");
  expect(textOf(compare)).toContain("Equal in all runs: Program c0dec0dec0de Input dataset da7ada7ada7a");
});

test("metrics have their intervals, and a metric that a run lacks a dash", () => {
  expect(textOf(compare)).toContain("auc ↑ 0.8500 0.8000 to 0.9000 0.7500 0.7000 to 0.8000 rows 154 –");
});

test("a name of a workflow, a parameter or a metric is escaped", () => {
  const page = runsPage(
    [
      exampleRun(1, {
        workflow: "<w>",
        metrics: { "<m>": { value: 1 } },
        changedParameters: { "<p>": "<v>" },
        message: hostileNote,
      }),
    ],
    writtenAt,
    false,
  );
  expect(textOf(page)).toContain("&lt;w&gt;");
  expect(page).not.toMatch(/<[wmpv]>/);
});
