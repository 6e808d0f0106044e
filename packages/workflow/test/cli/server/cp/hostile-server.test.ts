import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { WorkflowsService } from "../../../../src/argo/client/index.js";
import { copyRun } from "../../../../src/cli/server/cp/copy-run.js";
import { UserError } from "../../../../src/definition/errors.js";
import { faultServer, json, serviceOf } from "../../../argo/client/fault-server.js";
import { hostileNames } from "../../../hostile-names.js";
import { tempDir } from "../../fixture-project.js";

/** The names in a server's responses. */
interface Names {
  readonly run: string;
  readonly node: string;
  readonly artifact: string;
  readonly parameter: string;
  readonly key: string;
  readonly file: string;
}

const harmless: Names = {
  run: "train-x7k2p",
  node: "fit",
  artifact: "model",
  parameter: "accuracy",
  key: "fit/model.json",
  file: "part.json",
};

function workflowWith({ run, node, artifact, parameter, key }: Names): object {
  const outputs = {
    parameters: [{ name: parameter, value: "0.8" }],
    artifacts: [{ name: artifact, s3: { key } }],
  };
  const pod = {
    id: `${run}-1`,
    name: `${run}.${node}`,
    displayName: node,
    type: "Pod",
    phase: "Succeeded",
    outputs,
  };
  const time = "2026-03-01T12:00:00Z";
  return {
    metadata: { name: run, namespace: "argo", uid: "u", creationTimestamp: time },
    spec: {},
    status: { phase: "Succeeded", startedAt: time, finishedAt: time, nodes: { [pod.id]: pod } },
  };
}

/** A fake Argo Server whose artifact is a folder with one file, or a file if `isFile` is set. */
async function hostileServer(): Promise<{ service: WorkflowsService; say: (names: Names) => void }> {
  let names = harmless;
  const { url } = await faultServer((response, request) => {
    const path = request.url ?? "";
    if (path.startsWith("/api/")) json(response, workflowWith(names));
    else if (path.endsWith("/")) response.end(`<li><a href="./x">${escapeHtml(names.file)}</a></li>`);
    else response.end("bytes");
  });
  return {
    service: serviceOf(url),
    say(now) {
      names = now;
    },
  };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

interface Sandbox {
  readonly root: string;
  readonly runs: string;
}

/** A runs directory deep in a folder that is checked afterwards. */
function sandbox(): Sandbox {
  const root = tempDir();
  const runs = join(root, "home", "project", "runs");
  mkdirSync(runs, { recursive: true });
  writeFileSync(join(root, "home", "keep.txt"), "mine");
  return { root, runs };
}

async function copy(service: WorkflowsService, { runs }: Sandbox): Promise<string[]> {
  const missed: string[] = [];
  await copyRun(service, await service.getWorkflow("any"), undefined, {
    runs,
    artifacts: [],
    tasks: [],
    signal: new AbortController().signal,
    copied() {},
    noLogs() {},
    missed: (_path, why) => missed.push(why),
  });
  return missed;
}

/** Files in the sandbox outside of the folder of the run that may be there. */
function outside({ root }: Sandbox): string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => !/^home\/project\/runs\/\.?[a-z0-9]/.test(path))
    .sort();
}

const untouched = ["home", "home/keep.txt", "home/project", "home/project/runs"];

test("a run with harmless names is copied", async () => {
  const place = sandbox();
  const { service } = await hostileServer();
  expect(await copy(service, place)).toEqual([]);
  const run = join(place.runs, "train-x7k2p");
  expect(readFileSync(join(run, "fit/model.json/part.json"), "utf8")).toBe("bytes");
  expect(readFileSync(join(run, "fit/parameters/accuracy"), "utf8")).toBe("0.8");
});

test.each<[keyof Names, string, string]>([
  ["run", "../../escaped-run", 'The workflow "../../escaped-run" cannot be a file on this machine'],
  ["run", "Train", 'The server names the workflow "Train", which is not a valid name in Kubernetes.'],
  ["run", "latest", 'A workflow named "latest" cannot be copied'],
  ["artifact", "../../../../x", 'The artifact "../../../../x.json" cannot be a file on this machine'],
  ["parameter", "../../../../x", 'The output parameter "../../../../x" cannot be a file on this machine'],
  ["parameter", "/etc/cron.d/x", 'The output parameter "/etc/cron.d/x" cannot be a file on this machine'],
  ["key", "a.\u0000", "cannot be a file on this machine: it has a control character"],
])("the %s %j is refused, and nothing is written", async (which, name, message) => {
  const place = sandbox();
  const { service, say } = await hostileServer();
  say({ ...harmless, [which]: name });
  await expect(copy(service, place)).rejects.toThrow(message);
  expect(readdirSync(place.runs)).toEqual([]);
  expect(outside(place)).toEqual(untouched);
});

test("a file of a folder whose name leads outside is refused, and nothing of the folder is written", async () => {
  const place = sandbox();
  const { service, say } = await hostileServer();
  say({ ...harmless, file: "../../../../keep.txt" });
  expect(await copy(service, place)).toEqual([
    expect.stringContaining('its file "../../../../keep.txt" cannot be'),
  ]);
  expect(readFileSync(join(place.root, "home/keep.txt"), "utf8")).toBe("mine");
  expect(existsSync(join(place.runs, "train-x7k2p/fit/model.json"))).toBe(false);
});

test("two artifacts with the same name are refused", async () => {
  const place = sandbox();
  const artifacts = [{ name: "model" }, { name: "model" }];
  const { url } = await faultServer((response) => {
    const pod = { id: "p", name: "wf.fit", type: "Pod", phase: "Succeeded", outputs: { artifacts } };
    json(response, { metadata: { name: "wf" }, spec: {}, status: { phase: "Succeeded", nodes: { p: pod } } });
  });
  await expect(copy(serviceOf(url), place)).rejects.toThrow('The workflow has two files "fit/model".');
  expect(readdirSync(place.runs)).toEqual([]);
});

test("whatever names a server returns, nothing is written outside of the run's folder", async () => {
  const { service, say } = await hostileServer();
  const names = fc.record({
    run: fc.oneof(
      { weight: 3, arbitrary: fc.constant("train-x7k2p") },
      { weight: 1, arbitrary: hostileNames },
    ),
    node: hostileNames,
    artifact: hostileNames,
    parameter: hostileNames,
    key: hostileNames,
    file: hostileNames,
  });
  const some = fc.tuple(names, fc.subarray(["node", "artifact", "parameter", "key", "file"] as const));
  await fc.assert(
    fc.asyncProperty(some, async ([hostile, kept]) => {
      const place = sandbox();
      say({ ...hostile, ...Object.fromEntries(kept.map((which) => [which, harmless[which]])) });
      await copy(service, place).catch((error: unknown) => expect(error).toBeInstanceOf(UserError));
      expect(outside(place)).toEqual(untouched);
      expect(readFileSync(join(place.root, "home/keep.txt"), "utf8")).toBe("mine");
    }),
    { numRuns: Number(process.env.HOSTILE_SERVER_RUNS ?? 150) },
  );
}, 600_000);
