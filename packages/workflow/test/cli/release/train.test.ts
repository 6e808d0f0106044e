import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { events, type FaultServer, faultServer, json } from "../../argo/client/fault-server.js";
import { program, project, tempDir } from "../fixture-project.js";
import { pipeline } from "../program.js";

const image = "ghcr.io/me/churn@sha256:00";
const root = project({
  "src/main.ts": program(`
const greet = defineStep({ name: "greet", inputs: {}, outputs: {}, run: () => ({}) });
await main({ workflows: [defineWorkflow({ name: "plain", build: (dag) => { dag.task(greet, {}); } })] });
`),
});

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: string;
  readonly manifest: unknown;
}

/** Runs `release train` against a server. */
async function train({ url }: FaultServer, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const folder = tempDir();
  const file = join(folder, "workflow.yaml");
  const outputs = join(folder, "outputs");
  writeFileSync(outputs, "");
  writeFileSync(
    file,
    "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata:\n  generateName: train-\nspec:\n  entrypoint: main\n",
  );
  const environment = {
    ARGO_SERVER: url,
    ARGO_TOKEN: "secret-token",
    ARGO_NAMESPACE: "argo",
    TAG: "v1.0.0",
    IMAGE: image,
    WORKFLOW: "release-7-2",
    GITHUB_OUTPUT: outputs,
    ...env,
  };
  const { code, stdout, stderr } = await pipeline(root, ["release", "train", file], {
    env: environment,
    deadline: 60_000,
  });
  return {
    exitCode: code,
    stdout,
    stderr,
    outputs: readFileSync(outputs, "utf8"),
    manifest: parse(readFileSync(file, "utf8")),
  };
}

const run = (name: string, phase: string, more: Readonly<Record<string, unknown>> = {}): unknown => ({
  metadata: {
    name,
    namespace: "argo",
    uid: name,
    annotations: { "pipeline.workflow/image": more.image ?? image },
  },
  spec: {},
  status: { phase, nodes: more.nodes ?? {} },
});

test("a release without a run is submitted with its name, labels and deadline, and watched to its end", async () => {
  const bodies: string[] = [];
  const server = await faultServer((response, request) => {
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => {
      body += text;
    });
    request.on("end", () => {
      if (body !== "") bodies.push(body);
      if (request.method === "POST" || request.url?.endsWith("/release-7-2"))
        json(response, run("release-7-2", "Succeeded"));
      else json(response, { items: null });
    });
  });
  const { exitCode, stdout, outputs, manifest } = await train(server, { TRAINING_MINUTES: "10" });
  expect(stdout).toContain("Submitted release-7-2 to argo");
  expect({ exitCode, outputs }).toEqual({ exitCode: 0, outputs: "workflow=release-7-2\n" });
  expect(manifest).toMatchObject({
    metadata: { labels: { "pipeline.workflow/release": "v1.0.0" } },
    spec: { activeDeadlineSeconds: 600 },
  });
  const [asked = ""] = server.asked;
  expect(decodeURIComponent(asked)).toContain("labelSelector=pipeline.workflow/release=v1.0.0");
  const created = JSON.parse(bodies.at(-1) ?? "{}").workflow;
  expect(created.metadata).toMatchObject({
    name: "release-7-2",
    annotations: { "pipeline.workflow/image": image },
  });
}, 90_000);

test("the run that a cancelled job left is watched, one of another image is stopped, and none is submitted", async () => {
  const calls: string[] = [];
  const server = await faultServer((response, request) => {
    const { method, url = "" } = request;
    const path = url.split("?")[0] ?? "";
    calls.push(`${method} ${path}`);
    if (path.endsWith("/argo") && method === "GET") {
      json(response, {
        items: [
          run("release-7-1", "Running"),
          run("release-5-1", "Running", { image: "ghcr.io/me/churn@sha256:11" }),
          run("release-4-1", "Failed"),
        ],
      });
    } else json(response, run("release-7-1", "Succeeded"));
  });
  const { exitCode, stdout, outputs } = await train(server);
  expect(stdout).toContain("release-5-1 of an earlier attempt is stopped.");
  expect(stdout).toContain(
    "release-7-1 of an earlier attempt is running: watching it instead of submitting another.",
  );
  expect({ exitCode, outputs }).toEqual({ exitCode: 0, outputs: "workflow=release-7-1\n" });
  expect(calls).toEqual([
    "GET /api/v1/workflows/argo",
    "PUT /api/v1/workflows/argo/release-5-1/stop",
    "GET /api/v1/workflows/argo/release-7-1",
  ]);
}, 90_000);

test("an image that cannot be pulled ends the watch with the reason, and terminates the run", async () => {
  const calls: string[] = [];
  const waiting = run("release-7-2", "Running", {
    nodes: {
      a: {
        id: "a",
        name: "a",
        displayName: "evaluate",
        type: "Pod",
        phase: "Pending",
        message: 'ImagePullBackOff: Back-off pulling image "ghcr.io/me/churn": 401 Unauthorized',
      },
    },
  });
  const server = await faultServer((response, request) => {
    const { method, url = "" } = request;
    const path = url.split("?")[0] ?? "";
    calls.push(`${method} ${path}`);
    if (path.startsWith("/api/v1/workflow-events/")) events(response);
    else if (path.endsWith("/argo") && method === "GET") json(response, { items: [] });
    else json(response, waiting);
  });
  const { exitCode, stderr } = await train(server, { PULL_GRACE: "1" });
  expect(exitCode).toBe(1);
  expect(stderr).toContain(
    'The image of step evaluate cannot be pulled: ImagePullBackOff: Back-off pulling image "ghcr.io/me/churn": 401 Unauthorized',
  );
  expect(stderr).toContain("docs/how-to/from-github-to-a-cluster.md#a-private-image");
  expect(stderr).not.toContain("    at ");
  expect(calls.at(-1)).toBe("PUT /api/v1/workflows/argo/release-7-2/terminate");
}, 90_000);

test("a failed run fails the job with Argo's message", async () => {
  const server = await faultServer((response, request) => {
    if (request.method === "GET" && request.url?.includes("/argo?")) json(response, { items: [] });
    else
      json(response, {
        metadata: { name: "release-7-2", namespace: "argo" },
        spec: {},
        status: { phase: "Failed", message: "Step exceeded its deadline" },
      });
  });
  const { exitCode, stderr } = await train(server);
  expect({ exitCode, stderr: stderr.trim() }).toEqual({
    exitCode: 1,
    stderr: expect.stringContaining("release-7-2 ended as Failed: Step exceeded its deadline."),
  });
}, 90_000);

test.each(["TAG", "IMAGE", "WORKFLOW"])(
  "without %s nothing is sent, and the message names what to set",
  async (name) => {
    const server = await faultServer((response) => json(response, {}));
    const { exitCode, stderr } = await train(server, { [name]: "" });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("train: set TAG, IMAGE and WORKFLOW");
    expect(server.asked).toEqual([]);
  },
  90_000,
);
