import { spawn } from "node:child_process";

export interface EndedProcess {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a process to its end; kills it at the deadline (in milliseconds). */
export function runProcess(
  command: string,
  args: readonly string[],
  options: { cwd: string; env: Readonly<Record<string, string>>; deadline: number },
): Promise<EndedProcess> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: options.deadline,
      killSignal: "SIGKILL",
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.once("error", reject);
    // As Kubernetes reports it: 128 plus the signal's number; the player sends only this signal.
    child.once("close", (code) => resolve({ exitCode: code ?? 137, stdout, stderr }));
  });
}
