import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { argoCli } from "../../../workflow/test/argo/argo-lint.js";
import { readDocument } from "../../src/source/source-document.js";
import { splitDocuments } from "../../src/source/split.js";

/** Why the real `argo lint --offline` refuses a manifest; undefined where it does not. */
export type Refusal = string | undefined;

/** How many manifests one process lints: starting it takes longer than linting them. */
const batchSize = 25;

/** As many as the machine that this was written for has processors. */
const processes = 2;

/**
 * Asks the real `argo lint --offline` about each text, as if it were alone.
 * A text without any manifest counts as accepted.
 */
export async function argoVerdicts(texts: readonly string[]): Promise<Refusal[]> {
  const verdicts = texts.map((): Refusal => undefined);
  const queue = batchesOf(texts);
  const work = async (): Promise<void> => {
    for (let batch = queue.pop(); batch !== undefined; batch = queue.pop()) {
      const { refused, again } = await lintBatch(batch, texts);
      for (const [i, refusal] of refused) verdicts[i] = refusal;
      queue.push(...again);
    }
  };
  await Promise.all(Array.from({ length: processes }, work));
  return verdicts;
}

/**
 * Linted alone: a manifest that others can refer to, since all of a call see each other; and a text that we cannot read,
 * since it may end the call for all.
 */
function batchesOf(texts: readonly string[]): number[][] {
  const batches: number[][] = [];
  let open: number[] = [];
  for (const [i, text] of texts.entries()) {
    if (/WorkflowTemplate/.test(text) || !isYaml(text)) batches.push([i]);
    else if (open.push(i) === batchSize) {
      batches.push(open);
      open = [];
    }
  }
  if (open.length > 0) batches.push(open);
  return batches;
}

/** Whether each document of a text can be read without a problem. */
export function isYaml(text: string): boolean {
  return splitDocuments(text).every((chunk) => readDocument(chunk).problems.length === 0);
}

interface BatchResult {
  readonly refused: readonly (readonly [number, string])[];
  /** What has to be asked again, because one of the batch ended the call for all. */
  readonly again: number[][];
}

async function lintBatch(batch: readonly number[], texts: readonly string[]): Promise<BatchResult> {
  const { code, stdout, stderr } = await lintOnce(batch, texts);
  const unparsed = /failed to parse YAML from file (\d+)\.yaml: (.*)/.exec(stderr);
  if (unparsed !== null) {
    const culprit = Number(unparsed[1]);
    const rest = batch.filter((i) => i !== culprit);
    return { refused: [[culprit, unparsed[2] ?? ""]], again: rest.length > 0 ? [rest] : [] };
  }
  // A document without a kind is none of Argo's; it is passed over.
  const broken = /is not valid(?!.*Object 'Kind' is missing)|^Error:|^panic:|fatal error:/m.test(stderr);
  if (broken && batch.length > 1) {
    const middle = batch.length >> 1;
    return { refused: [], again: [batch.slice(0, middle), batch.slice(middle)] };
  }
  const [only = 0] = batch;
  if (broken) return { refused: [[only, stderr.split("\n")[0] ?? ""]], again: [] };
  const refused = [...stdout.matchAll(/^(\d+)\.yaml: (.*)$/gm)].map(
    ([, file, message = ""]) => [Number(file), message] as const,
  );
  if (code !== 0 && refused.length === 0 && !stdout.includes("found nothing to lint")) {
    throw new Error(
      `argo lint ended with ${code} and said what this test does not know:\n${stdout}${stderr}`,
    );
  }
  return { refused, again: [] };
}

function lintOnce(
  batch: readonly number[],
  texts: readonly string[],
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const folder = mkdtempSync(join(tmpdir(), "argo-verdicts-"));
  for (const i of batch) writeFileSync(join(folder, `${i}.yaml`), texts[i] ?? "");
  const args = ["lint", "--offline", "--no-color", "-o", "simple", ...batch.map((i) => `${i}.yaml`)];
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, env: { PATH: process.env.PATH }, timeout: 60_000, maxBuffer: 2 ** 26 };
    execFile(argoCli() ?? "argo", args, options, (error, stdout, stderr) => {
      rmSync(folder, { recursive: true, force: true });
      const code = error === null ? 0 : error.code;
      if (typeof code === "number") resolve({ code, stdout, stderr });
      else reject(error);
    });
  });
}
