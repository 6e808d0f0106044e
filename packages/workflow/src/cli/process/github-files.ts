import { appendFileSync } from "node:fs";

/** Sets outputs for later steps of a job in GitHub Actions; elsewhere does nothing. */
export function writeGithubOutputs(outputs: Readonly<Record<string, string>>): void {
  const file = process.env.GITHUB_OUTPUT;
  if (file === undefined) return;
  for (const [name, value] of Object.entries(outputs)) {
    if (/[\r\n]/.test(value)) throw new Error(`output ${name} has more than one line`);
    appendFileSync(file, `${name}=${value}\n`);
  }
}

/** Appends to the job summary in GitHub Actions; elsewhere prints it. */
export function writeSummary(markdown: string): void {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (file === undefined) process.stdout.write(`${markdown}\n`);
  else appendFileSync(file, `${markdown}\n`);
}

/** The URL of this run of GitHub Actions; undefined elsewhere. */
export function runAddress(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = environment;
  if (!GITHUB_SERVER_URL || !GITHUB_REPOSITORY || !GITHUB_RUN_ID) return undefined;
  return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`;
}

/** The URL of the artifacts of this run of GitHub Actions; undefined elsewhere. */
export function artifactsOfRun(
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const run = runAddress(environment);
  return run === undefined ? undefined : `${run}#artifacts`;
}
