/** So many bytes of a task's log are kept. */
export const maxLogBytes = 100_000_000;

/** The text of a log's lines: each with the time, in ISO 8601, before it. */
export function logText(time: string, text: string): string {
  return text
    .split("\n")
    .map((line) => `${time} ${line}\n`)
    .join("");
}

/** The line about an attempt that failed. */
export function failedAttemptText(attempt: number, exitCode: number | undefined, message: string): string {
  const code = exitCode === undefined ? "" : ` with exit code ${exitCode}`;
  return `attempt ${attempt} failed${code}: ${message}`;
}

/** The last line of a log that was too long. */
export function cutOffText(time: string, maxBytes: number): string {
  return logText(time, `The rest of this log is not kept: it has more than ${maxBytes} bytes.`);
}
