import { spawn } from "node:child_process";

/** Time limit of the whole dialogue, in milliseconds. */
const deadline = 60_000;

/**
 * Types lines into `node --import tsx`: each when the prompt appears.
 * @returns everything that the REPL printed
 */
export function typeIntoRepl(lines: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const repl = spawn("node", ["--import", "tsx", "--interactive"], {
      cwd,
      env: { ...process.env, NO_COLOR: "1" },
      timeout: deadline,
    });
    const remaining = [...lines];
    let shown = "";
    repl.stdout.on("data", (chunk: Buffer) => {
      shown += chunk.toString();
      if (!shown.endsWith("> ")) return;
      const next = remaining.shift();
      if (next === undefined) repl.stdin.end();
      else repl.stdin.write(`${next}\n`);
    });
    repl.on("error", reject);
    repl.on("close", () => resolve(shown));
  });
}
