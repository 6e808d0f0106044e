import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll } from "vitest";
import { tempDir } from "../project.js";

/** A Python that has what requirements.txt lists. */
export const mlflowPython = process.env.MLFLOW_PYTHON ?? "";
export const hasMlflow = mlflowPython !== "";
if (!hasMlflow) {
  console.warn(
    "Skipped: no MLflow. Set MLFLOW_PYTHON to a Python that has what test/mlflow/requirements.txt lists.",
  );
}

/** How long a server may take to start, in milliseconds: 10 s of processor time. */
const startDeadline = 180_000;

export interface MlflowServer {
  readonly url: string;
  /** Where it stores files. */
  readonly artifacts: string;
}

/** Variables by which MLflow works on this machine only. */
export const mlflowEnvironment: NodeJS.ProcessEnv = {
  ...process.env,
  MLFLOW_DISABLE_TELEMETRY: "true",
  MLFLOW_SERVER_ENABLE_JOB_EXECUTION: "false",
};

const started: number[] = [];

function stopServers(): void {
  for (const pid of started.splice(0)) {
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // It has ended.
    }
  }
}
// Registered here, because in a hook it would have no effect.
afterAll(stopServers);
// A server in a group of its own does not get Ctrl-C.
process.once("exit", stopServers);

/** Starts an MLflow server on 127.0.0.1, with a database and files in a temporary directory; stopped after the tests of the file. */
export async function startMlflow(): Promise<MlflowServer> {
  const directory = tempDir();
  const artifacts = join(directory, "artifacts");
  const port = await freePort();
  const options = [
    ["--host", "127.0.0.1"],
    ["--port", String(port)],
    ["--workers", "1"],
    ["--backend-store-uri", `sqlite:///${join(directory, "mlflow.db")}`],
    ["--artifacts-destination", artifacts],
  ];
  const child = spawn(mlflowPython, ["-m", "mlflow", "server", ...options.flat()], {
    cwd: directory,
    env: mlflowEnvironment,
    stdio: ["ignore", "ignore", "pipe"],
    // A group of its own: the server starts another process.
    detached: true,
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said = `${said}${text}`.slice(-2000);
  });
  if (child.pid !== undefined) started.push(child.pid);
  const url = `http://127.0.0.1:${port}`;
  for (
    const end = Date.now() + startDeadline;
    Date.now() < end && child.exitCode === null;
    await sleep(100)
  ) {
    const isUp = await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return { url, artifacts };
  }
  throw new Error(`The MLflow server did not start:\n${said}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
