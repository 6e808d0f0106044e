import { appendFileSync } from "node:fs";

/** Tells later steps of a job these values, where GitHub Actions runs this. */
export function writeGithubOutputs(outputs: Readonly<Record<string, string>>): void {
  const file = process.env.GITHUB_OUTPUT;
  if (file === undefined) return;
  for (const [name, value] of Object.entries(outputs)) {
    if (/[\r\n]/.test(value)) throw new Error(`output ${name} has more than one line`);
    appendFileSync(file, `${name}=${value}\n`);
  }
}

/** Adds to the page that GitHub Actions shows of the job; elsewhere it is printed. */
export function writeSummary(markdown: string): void {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (file === undefined) process.stdout.write(`${markdown}\n`);
  else appendFileSync(file, `${markdown}\n`);
}

/** The address of this run of GitHub Actions, or nothing if it is not one. */
export function runAddress(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = environment;
  if (!GITHUB_SERVER_URL || !GITHUB_REPOSITORY || !GITHUB_RUN_ID) return undefined;
  return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`;
}

/** Where GitHub shows what a run keeps, or nothing if GitHub Actions does not run this. */
export function artifactsOfRun(
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const run = runAddress(environment);
  return run === undefined ? undefined : `${run}#artifacts`;
}
