import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A registry of npm on this machine, and an npm configuration that uses it. */
export interface Registry {
  readonly url: string;
  /** Path of an .npmrc with an account that may publish. */
  readonly npmrc: string;
  stop(): void;
}

/**
 * Starts an empty registry on 127.0.0.1.
 * @param verdaccio path of its program
 * @param upstream URL of the registry that it gets all packages from but ours; default: none
 */
export async function startRegistry(verdaccio: string, upstream?: string): Promise<Registry> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "registry-")));
  const config = join(folder, "config.yaml");
  writeFileSync(
    config,
    `storage: ${join(folder, "storage")}
auth: { htpasswd: { file: ${join(folder, "htpasswd")} } }
${packagesFrom(upstream)}
log: { type: stdout, level: error }
`,
  );
  const url = `http://127.0.0.1:${await freePort()}`;
  const server = spawn(process.execPath, [verdaccio, "--config", config, "--listen", url], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = (): void => {
    server.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await answers(url, server);
    const npmrc = join(folder, "npmrc");
    const token = await tokenOfNewUser(url);
    writeFileSync(npmrc, `registry=${url}\n${url.replace("http:", "")}/:_authToken=${token}\n`);
    return { url, npmrc, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/** Who may read and publish which packages, as verdaccio's configuration says it. */
function packagesFrom(upstream: string | undefined): string {
  const ours = "{ access: $all, publish: $authenticated }";
  return upstream === undefined
    ? `packages: { "**": ${ours} }`
    : `uplinks: { upstream: { url: "${upstream}" } }
packages: { "@tiphys/*": ${ours}, "create-tiphys": ${ours}, "**": { access: $all, proxy: upstream } }`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");
  return address.port;
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  let said = "";
  server.on("error", ({ message }) => {
    said += message;
  });
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on("data", (chunk) => {
      said += chunk;
    });
  }
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    if (server.exitCode !== null || server.pid === undefined) break;
    const answer = await fetch(`${url}/-/ping`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The registry does not answer at ${url}: ${said}`);
}

async function tokenOfNewUser(url: string): Promise<string> {
  const answer = await fetch(`${url}/-/user/org.couchdb.user:me`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: "me", password: "a-long-password" }),
  });
  const { token }: { token?: string } = JSON.parse(await answer.text());
  if (token === undefined) throw new Error(`The registry gave no token: ${answer.status}`);
  return token;
}
