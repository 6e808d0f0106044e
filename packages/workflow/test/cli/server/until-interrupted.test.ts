import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { program, project, tempDir } from "../fixture-project.js";
import { startPipeline, until } from "../program.js";

const root = project({
  "src/main.ts": program(`
const nothing = defineStep({ name: "nothing", inputs: {}, outputs: {}, run: () => ({}) });
await main({ workflows: [defineWorkflow({ name: "w", build: (dag) => void dag.task(nothing, {}) })] });
`),
});

/** A server with one workflow, whose watch, logs and artifacts never end. */
async function endlessServer(phase: string): Promise<{ env: Record<string, string>; isAsked(): boolean }> {
  let isAsked = false;
  const outputs = { artifacts: [{ name: "model", s3: { key: "friday/model.json" } }] };
  const node = { id: "n", name: "friday.fit", displayName: "fit", type: "Pod", phase, outputs };
  const workflow = {
    metadata: { name: "friday", namespace: "argo", resourceVersion: "7", uid: "u" },
    spec: {},
    status: { phase, nodes: { n: node } },
  };
  const server = createServer(({ url = "" }, response) => {
    if (url.startsWith("/api/v1/workflows/argo/friday") && !url.includes("/log")) {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify(workflow));
      return;
    }
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.flushHeaders();
    isAsked = true;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const env = {
    ARGO_SERVER: `http://127.0.0.1:${port}`,
    ARGO_NAMESPACE: "argo",
    ARGO_TOKEN: "a-secret-token",
  };
  return { env, isAsked: () => isAsked };
}

const unwatched =
  "\nNo longer watching friday; it continues. Watch it again with: watch friday. Stop it with: stop friday\n";
const uncopied = '\nStopped. What was copied is kept: "cp friday" continues from there.\n';

test.each<[string, string[], string, NodeJS.Signals, string]>([
  ["watch", [], "Running", "SIGINT", unwatched],
  ["watch", [], "Running", "SIGTERM", unwatched],
  ["watch", [], "Running", "SIGHUP", unwatched],
  ["logs", ["--follow"], "Running", "SIGHUP", unwatched],
  ["cp", [], "Succeeded", "SIGINT", uncopied],
  ["cp", [], "Succeeded", "SIGHUP", uncopied],
])("%s stops at a signal, with exit code 130 (%j, %s, %s)", async (command, flags, phase, signal, stderr) => {
  const { env, isAsked } = await endlessServer(phase);
  const runs = command === "cp" ? ["--runs", tempDir()] : [];
  const { child, ended } = startPipeline(root, [command, "friday", ...flags, ...runs], { env });
  await until(isAsked, 10_000);

  child.kill(signal);

  const { code, stderr: written } = await ended;
  expect(written).toContain(stderr);
  expect(code).toBe(130);
});
