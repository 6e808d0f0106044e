import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { tempDir, writeFiles } from "../../../packages/workflow/test/cli/fixture-project.js";
import { plainEnvironment } from "../../../packages/workflow/test/cli/program.js";
import { run } from "./consumer.js";

/** A registry of its own, which gets what it does not have from npm's. */
export interface Registry {
  /** The text of an .npmrc that uses it. */
  readonly npmrc: string;
  stop(): void;
}

/** Starts verdaccio on 127.0.0.1. @param program path of its program */
export async function startRegistry(program: string): Promise<Registry> {
  const folder = tempDir("registry-");
  const address = `127.0.0.1:${await freePort()}`;
  const { stdout: upstream } = await run(folder, ["npm", "config", "get", "registry"]);
  writeFiles(folder, {
    "config.yaml": `storage: ${join(folder, "storage")}
uplinks:
  npm: { url: "${upstream.trim()}" }
packages:
  "@tiphys/*": { access: $all, publish: $all }
  "**": { access: $all, proxy: npm }
log: { type: stdout, format: json, level: warn }
`,
  });
  const args = [program, "--config", join(folder, "config.yaml"), "--listen", address];
  const server = spawn(process.execPath, args, { cwd: folder, env: plainEnvironment(), stdio: "ignore" });
  await answers(`http://${address}/-/ping`, () => server.exitCode);
  return {
    // Publishing asks for a token, although everybody may publish there.
    npmrc: `registry=http://${address}/\n//${address}/:_authToken=anybody\n`,
    stop: () => server.kill(),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("There is no free port.");
  return address.port;
}

/** Waits until a server answers. @throws {Error} if it ends before, or takes longer than a minute */
async function answers(url: string, exitCode: () => number | null): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(200)) {
    if (exitCode() !== null) throw new Error(`The registry ended with ${exitCode()}.`);
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
  }
  throw new Error(`${url} does not answer.`);
}
