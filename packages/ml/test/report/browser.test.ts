import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import {
  evaluationPage,
  multiClassEvaluationPage,
  regressionEvaluationPage,
} from "../../src/report/index.js";
import { example, hardExample } from "./example-evaluation.js";
import { thirtyClasses } from "./example-multi-class.js";
import { manyRows } from "./example-regression.js";

const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const deadlineInMilliseconds = 60_000;

test.for([
  { name: "an ordinary evaluation on a phone", write: () => evaluationPage(example), width: 360 },
  { name: "an evaluation at its limits on a phone", write: () => evaluationPage(hardExample), width: 360 },
  { name: "an evaluation at its limits on a desktop", write: () => evaluationPage(hardExample), width: 1280 },
  { name: "thirty classes on a phone", write: () => multiClassEvaluationPage(thirtyClasses), width: 360 },
  { name: "thirty classes on a desktop", write: () => multiClassEvaluationPage(thirtyClasses), width: 1280 },
  { name: "numbers at their limits on a phone", write: () => regressionEvaluationPage(manyRows), width: 360 },
])(
  "$name fits its window, and every part its panel",
  { timeout: deadlineInMilliseconds + 5_000 },
  async (page, { skip }) => {
    skip(!existsSync(chromium), `${chromium} not found; set CHROMIUM to a browser's path`);
    expect(await measure(page.write(), page.width)).toEqual({
      scrollWidth: page.width,
      spilling: [],
    });
  },
);

/**
 * How wide a page's content is in a window of a given width, and which texts stick out of their card or panel.
 * The window is a frame: headless Chromium's own is never narrow.
 */
async function measure(page: string, width: number): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), "evaluation-page-"));
  try {
    await writeFile(join(folder, "page.html"), page);
    await writeFile(join(folder, "frame.html"), frame(width));
    const dom = await dumpDom(pathToFileURL(join(folder, "frame.html")).href, join(folder, "profile"));
    const measured = /<output>(.+)<\/output>/.exec(dom)?.[1];
    if (measured === undefined) throw new Error(`${chromium} measured nothing: ${dom.slice(0, 500)}`);
    return JSON.parse(measured);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function frame(width: number): string {
  return `<!DOCTYPE html>
<iframe src="page.html" style="width: ${width}px; height: 800px; border: 0"></iframe>
<output></output>
<script>
  addEventListener("load", () => {
    const page = document.querySelector("iframe").contentDocument;
    const spilling = [...page.querySelectorAll(".card *, .panel *")].filter((element) => {
      const range = page.createRange();
      range.selectNodeContents(element);
      const panel = element.closest(".card, .panel").getBoundingClientRect();
      // What is in a part that scrolls sideways is within it.
      const isShown = !element.closest("svg, .visually-hidden, .scroll") && !element.querySelector(".visually-hidden");
      return isShown && range.getBoundingClientRect().right > panel.right;
    });
    document.querySelector("output").textContent = JSON.stringify({
      scrollWidth: page.documentElement.scrollWidth,
      spilling: spilling.map((element) => element.tagName + " " + element.textContent.slice(0, 40)),
    });
  });
</script>`;
}

async function dumpDom(url: string, profile: string): Promise<string> {
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
    `--user-data-dir=${profile}`,
    "--dump-dom",
    url,
  ];
  const { stdout } = await promisify(execFile)(chromium, options, {
    timeout: deadlineInMilliseconds,
    killSignal: "SIGKILL",
  });
  return stdout;
}
