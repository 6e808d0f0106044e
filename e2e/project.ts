import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

export interface FinishedProcess {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running command. */
export interface Begun {
  readonly child: ChildProcess;
  readonly ended: Promise<FinishedProcess>;
  /** Waits until its output matches a pattern. */
  shows(text: RegExp): Promise<void>;
}

/** A project with the workflows of these tests, in a folder of its own. Records the output of all its commands. */
export class ScratchProject {
  #printed = "";

  /** @param environment environment variables with which its commands find a server */
  constructor(
    readonly folder: string,
    readonly environment: NodeJS.ProcessEnv = {},
  ) {
    mkdirSync(join(folder, "src"), { recursive: true });
    mkdirSync(join(folder, "node_modules"));
    writeFileSync(join(folder, "package.json"), '{ "name": "e2e", "version": "1.0.0", "type": "module" }\n');
    writeFileSync(
      join(folder, "src", "main.ts"),
      `import ${JSON.stringify(join(root, "e2e", "main.ts"))};\n`,
    );
    symlinkSync(join(root, "data"), join(folder, "data"));
    for (const name of readdirSync(join(root, "node_modules"))) {
      if (!name.startsWith(".")) {
        symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
      }
    }
  }

  /** All output of the commands so far, and all text in the files that they wrote. */
  everything(): string {
    const files = readdirSync(join(this.folder, "runs"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"));
    return [this.#printed, ...files].join("\n");
  }

  /** Runs a command of the project, and waits for its end. */
  pipeline(args: readonly string[], env: NodeJS.ProcessEnv = {}, node?: string): Promise<FinishedProcess> {
    return this.start(args, env, node).ended;
  }

  start(args: readonly string[], env: NodeJS.ProcessEnv = {}, node = process.execPath): Begun {
    const bin = join(root, "packages", "workflow", "bin", "tiphys.js");
    const child = spawn(node, [bin, ...args], {
      cwd: this.folder,
      env: { ...plainEnvironment(), ...this.environment, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    const waiting = new Set<() => void>();
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      this.#printed += text;
      for (const look of waiting) look();
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
      this.#printed += text;
    });
    const ended = new Promise<FinishedProcess>((resolve) => {
      child.on("close", (code) => resolve({ code, stdout, stderr }));
    });
    const shows = (text: RegExp): Promise<void> =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!text.test(stdout)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
        void ended.then(() => reject(new Error(`It ended without printing ${text}:\n${stdout}\n${stderr}`)));
      });
    return { child, ended, shows };
  }
}

/** The environment without the variables that a test runner sets. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const ofTests = /^(npm_|INIT_CWD$|VITEST|TEST$|NODE_ENV$|NODE_OPTIONS$|DEBUG$|FORCE_COLOR$)/;
  const kept = Object.entries(process.env).filter(([name]) => !ofTests.test(name));
  return { ...Object.fromEntries(kept), NO_COLOR: "1", TIPHYS_CACHE: "off" };
}
