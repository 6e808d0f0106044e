import { spawn } from "node:child_process";
import { bin, has, plainEnvironment, type Started, type StartOptions, watch } from "./program.js";

/** The reason why tests on a terminal cannot run here; undefined if they can. */
export const noTerminal =
  process.platform === "linux" && has("script", "--version")
    ? undefined
    : "script (util-linux) is not installed, so there is no pseudo terminal";

export interface OnTerminal extends Started {
  /** Types on the keyboard; "\r" is the return key. */
  type(keys: string): void;
}

/** Starts a command of a project on a pseudo terminal; its output and errors are combined on standard output. */
export function startOnTerminal(
  root: string,
  args: readonly string[],
  {
    columns = 100,
    rows = 40,
    env = {},
  }: StartOptions & { readonly columns?: number; readonly rows?: number } = {},
): OnTerminal {
  const command = [process.execPath, bin, ...args]
    .map((word) => `'${word.replaceAll("'", "'\\''")}'`)
    .join(" ");
  const size = columns === 0 ? "" : `stty cols ${columns} rows ${rows}; `;
  const child = spawn("script", ["-qec", `${size}exec ${command}`, "/dev/null"], {
    cwd: root,
    env: { ...plainEnvironment(), TERM: "xterm-256color", SHELL: "/bin/sh", ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  return { ...watch(child), type: (keys) => void child.stdin.write(keys) };
}

/** The final content of the screen, after all movements of the cursor. */
export function screenOf(output: string): string[] {
  const lines: string[][] = [[]];
  let row = 0;
  let column = 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals are controlled by such sequences
  for (const [token, parameters = "", order] of output.matchAll(/\u001b\[([?\d;]*)([A-Za-z])|[\s\S]/gu)) {
    const count = Number(parameters) || 1;
    if (order === "A") row = Math.max(0, row - count);
    else if (order === "G") column = count - 1;
    else if (order === "K") lines[row] = parameters === "2" ? [] : (lines[row]?.slice(0, column) ?? []);
    else if (order === "J") {
      lines.length = row + 1;
      lines[row] = lines[row]?.slice(0, column) ?? [];
    } else if (order !== undefined) continue;
    else if (token === "\r") column = 0;
    else if (token === "\n") row += 1;
    else {
      const line = lines[row] ?? [];
      while (line.length < column) line.push(" ");
      line[column] = token;
      lines[row] = line;
      column += 1;
    }
    lines[row] ??= [];
  }
  return Array.from(lines, (line) => (line ?? []).join("").trimEnd());
}

/** Whether the cursor is visible at the end. */
export function showsCursor(output: string): boolean {
  return output.lastIndexOf("\u001b[?25h") >= output.lastIndexOf("\u001b[?25l");
}
