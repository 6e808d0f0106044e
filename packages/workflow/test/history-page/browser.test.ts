import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { comparePage } from "../../src/history-page/compare-page.js";
import { runsPage } from "../../src/history-page/runs-page.js";
import { tempDir } from "../temp-dir.js";
import { exampleRun, exampleRuns } from "./example-runs.js";

const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const deadlineInMilliseconds = 60_000;
const writtenAt = "2026-11-30T08:00:00.000Z";
const curves = exampleRuns.map(({ name }, i) => ({ run: name, x: [0, 0.1 * i, 1], y: [0, 0.6, 1] }));
const labels = { title: "ROC curves", xLabel: "False positive rate", yLabel: "True positive rate" };
const pages = {
  index: runsPage(exampleRuns, writtenAt, true),
  compare: comparePage(exampleRuns, { labels, curves, pairs: [] }, writtenAt),
};

test.for([
  { name: "index", width: 390 },
  { name: "index", width: 1280 },
  { name: "compare", width: 390 },
  { name: "compare", width: 1280 },
] as const)(
  "the page $name fits a window of $width pixels, and a note has no effect",
  { timeout: deadlineInMilliseconds + 5_000 },
  async ({ name, width }, { skip }) => {
    skip(!existsSync(chromium), `${chromium} not found; set CHROMIUM to a browser's path`);
    const found = await inFrame(
      pages[name],
      width,
      `({
        scrollWidth: page.documentElement.scrollWidth,
        title: page.title,
        images: page.images.length,
        shown: page.querySelector("h1").getBoundingClientRect().height > 0,
      })`,
    );
    const title = name === "index" ? "Runs" : "Comparison of runs";
    expect(found).toEqual({ scrollWidth: width, title, images: 0, shown: true });
  },
);

test(
  "a heading sorts the table of runs, again the other way round, and says so; runs without a value stay last",
  { timeout: deadlineInMilliseconds + 5_000 },
  async ({ skip }) => {
    skip(!existsSync(chromium), `${chromium} not found; set CHROMIUM to a browser's path`);
    const found = await inFrame(
      pages.index,
      1280,
      `["auc", "auc", "Duration", "Phase"].map((name) => {
        const headings = [...page.querySelectorAll("thead th")];
        const heading = headings.find((each) => each.textContent === name);
        heading.querySelector("button").click();
        const column = headings.indexOf(heading);
        return [
          headings.filter((each) => each.hasAttribute("aria-sort")).map((each) => each.textContent + " " + each.getAttribute("aria-sort")).join(),
          [...page.querySelectorAll("tbody tr")].map((row) => row.cells[column].dataset.sort ?? "none").join(" "),
        ];
      })`,
    );
    expect(found).toEqual([
      ["auc descending", "0.85 0.75 0.65 none"],
      ["auc ascending", "0.65 0.75 0.85 none"],
      ["Duration descending", "3725 3.25 2.25 1.25"],
      ["Phase ascending", "Failed Succeeded Succeeded Succeeded"],
    ]);
  },
);

test(
  "the filter shows the runs with all of its words, and says how many; a workflow without one is hidden",
  { timeout: deadlineInMilliseconds + 5_000 },
  async ({ skip }) => {
    skip(!existsSync(chromium), `${chromium} not found; set CHROMIUM to a browser's path`);
    const others = Array.from({ length: 8 }, (_, i) =>
      exampleRun(i + 10, { workflow: "Nightly scoring", name: `scoring-${i}` }),
    );
    const found = await inFrame(
      runsPage([...others, ...exampleRuns], writtenAt, true),
      390,
      `["", "failed", "MODEL c=0.01", "scoring-3", "model-training-pipeline-20261130-070200-ccc", "best first", "0.85", "nothing", " "].map((words) => {
        const filter = page.getElementById("filter");
        filter.value = words;
        filter.dispatchEvent(new Event("input"));
        const shown = (selector) => [...page.querySelectorAll(selector)].filter((each) => each.getBoundingClientRect().height > 0);
        return [words, shown("tbody tr").length, shown("h2").map((each) => each.textContent).join(), page.querySelector("output").textContent];
      })`,
    );
    const both = "Nightly scoring,model-training-pipeline";
    expect(found).toEqual([
      ["", 12, both, ""],
      ["failed", 1, "model-training-pipeline", "1 of 12 runs"],
      ["MODEL c=0.01", 1, "model-training-pipeline", "1 of 12 runs"],
      ["scoring-3", 1, "Nightly scoring", "1 of 12 runs"],
      ["model-training-pipeline-20261130-070200-ccc", 1, "model-training-pipeline", "1 of 12 runs"],
      ["best first", 1, "model-training-pipeline", "1 of 12 runs"],
      ["0.85", 0, "", "0 of 12 runs"],
      ["nothing", 0, "", "0 of 12 runs"],
      [" ", 12, both, ""],
    ]);
  },
);

/**
 * The value of an expression about `page`, the document of a page in a frame: headless Chromium's own window is never narrow.
 */
async function inFrame(page: string, width: number, expression: string): Promise<unknown> {
  const folder = tempDir();
  await writeFile(join(folder, "page.html"), page);
  await writeFile(
    join(folder, "frame.html"),
    `<!DOCTYPE html>
<iframe src="page.html" style="width: ${width}px; height: 800px; border: 0"></iframe>
<output></output>
<script>
  addEventListener("load", () => {
    const page = document.querySelector("iframe").contentDocument;
    document.querySelector("output").textContent = JSON.stringify(${expression});
  });
</script>`,
  );
  const options = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--allow-file-access-from-files",
    `--user-data-dir=${join(folder, "profile")}`,
    "--dump-dom",
    pathToFileURL(join(folder, "frame.html")).href,
  ];
  const { stdout } = await promisify(execFile)(chromium, options, {
    timeout: deadlineInMilliseconds,
    killSignal: "SIGKILL",
  });
  const found = /<output>(.+)<\/output>/.exec(stdout)?.[1];
  if (found === undefined) throw new Error(`${chromium} found nothing: ${stdout.slice(0, 500)}`);
  return JSON.parse(found);
}
