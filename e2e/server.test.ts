import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createServer as createTlsServer } from "node:tls";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { WorkflowsService } from "../packages/workflow/src/argo/client/index.js";
import { fieldsOf } from "../packages/workflow/src/argo/client/requests.js";
import { allowRetry } from "./allow-retry.js";
import { removeKept } from "./argo.js";
import { bucket } from "./bucket.js";
import { flakyProxy } from "./flaky-proxy.js";
import { type FinishedProcess, ScratchProject } from "./project.js";
import { testedServer } from "./server/tested-server.js";

/** The same Node as in the image, to compare bytes. */
const node = process.env.E2E_NODE ?? process.execPath;
const root = join(import.meta.dirname, "..");
const dataset = readFileSync(join(root, "data", "diabetes.csv"));
const { ARGO_CLI, KUBECONFIG } = process.env;
const server = await testedServer();

if (server?.isRecorded !== false) {
  const instead = server === undefined ? "and nothing is recorded" : `${server.what} stand in`;
  console.log(
    `No Argo Server is named, ${instead}. A real one needs E2E_IMAGE, ARGO_SERVER, ARGO_TOKEN, ARGO_NAMESPACE, S3_ENDPOINT, S3_BUCKET and AWS_…`,
  );
}

// A real cluster takes minutes.
vi.setConfig({ testTimeout: 480_000, hookTimeout: 300_000 });
const title = `against ${server?.what ?? "an Argo Server"}`;

describe.skipIf(server === undefined)(title, () => {
  if (server === undefined) return;
  const { host, port, image, namespace, isRecorded } = server;
  const scratch = mkdtempSync(join(tmpdir(), "e2e-server-"));
  const project = new ScratchProject(scratch, server.environment);
  const names = new Map<string, string>();
  /** Key of a dataset that is uploaded only after a workflow has failed without it. */
  const late = `datasets/late-${server.id}.csv`;

  const pipeline = (...args: string[]): Promise<FinishedProcess> => project.pipeline(args);
  const through = (at: number): NodeJS.ProcessEnv => ({ ARGO_SERVER: `127.0.0.1:${at}` });
  const shownOf = async (name: string): Promise<string> => (await pipeline("get", name)).stdout;
  const nameOf = (key: string): string => names.get(key) ?? "";

  async function submit(key: string, workflow: string, ...args: string[]): Promise<void> {
    const { code, stdout, stderr } = await pipeline("submit", workflow, "--image", image, ...args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    names.set(key, /^Submitted (\S+) to/.exec(stdout)?.[1] ?? "");
  }

  /** Deletes what an earlier run left in a real cluster, and at the end what this run leaves. */
  async function clean(kind: "template" | "cron", name: string): Promise<void> {
    if (isRecorded) return;
    await removeKept(kind, name);
    onTestFinished(() => removeKept(kind, name));
  }

  beforeAll(async () => {
    if (!isRecorded) await bucket().put("datasets/diabetes.csv", dataset);
    await submit("diabetes", "model-training-pipeline");
    await submit("failed", "model-training-pipeline", "--set", `dataset-key=${late}`);
    await submit("stopped", "e2e-approve");
    await submit("approved", "e2e-approve");
    await submit("outlasting", "e2e-approve");
    await submit("suspended", "e2e-approve");
    await submit("terminated", "e2e-approve");
  });

  afterAll(async () => {
    if (names.size > 0) await pipeline("delete", ...names.values());
    await server.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  test("approve: answers are checked, submitted, and reach the later tasks; a watch survives a broken connection", async () => {
    const name = nameOf("approved");
    const proxy = await flakyProxy(host, port);
    const watch = project.start(["watch", name], through(proxy.port));
    await watch.shows(/review/);
    await expect.poll(() => shownOf(name), { timeout: 120_000 }).toMatch(/ǁ review/);
    expect(await pipeline("resume", name, "--set", "decision=perhaps", "--set", "rate=1.5")).toMatchObject({
      code: 2,
      stderr: '--set decision: found "perhaps", expected one of: yes, no.\n',
    });
    const unanswered = await pipeline("resume", name);
    expect(unanswered.code).toBe(2);
    expect(unanswered.stderr).toContain("--set rate=…  a number");
    await proxy.close();
    expect(await pipeline("resume", name, "--set", "decision=yes", "--set", "rate=1.5")).toEqual({
      code: 0,
      stdout: `workflow ${name}: review resumed with decision=yes rate=1.5 mood=bad\n`,
      stderr: "",
    });
    await sleep(3000);
    await proxy.open();
    expect(await watch.ended).toMatchObject({ code: 0 });
    await proxy.close();
    expect(await pipeline("cp", name)).toMatchObject({ code: 0 });
    const record = JSON.parse(readFileSync(join(scratch, "runs", name, "run.json"), "utf8"));
    expect(record.outputs.parameters).toEqual({
      squared: "2.25",
      length: "3",
      answer: "I say yes / nothing / nothing",
      mood: "bad",
    });
  });

  test.skipIf(server.restart === undefined)(
    "what is followed goes on when the server starts anew",
    async () => {
      const name = nameOf("outlasting");
      const watch = project.start(["watch", name]);
      const logs = project.start(["logs", name, "--follow"]);
      await watch.shows(/review/);
      await logs.shows(/said: before/);
      await server.restart?.();
      const answers = ["--set", "decision=no", "--set", "rate=3"];
      expect(await pipeline("resume", name, ...answers)).toMatchObject({ code: 0 });
      expect(await watch.ended).toMatchObject({ code: 0 });
      const { code, stdout } = await logs.ended;
      expect({ code, lines: stdout.match(/(said|heard): .*/g)?.sort() }).toEqual({
        code: 0,
        lines: ["heard: I say no / nothing / nothing", "said: before", "said: no", "said: no"],
      });
    },
  );

  test("the pipeline: watch, logs and cp give the same bytes as a run on this machine", async () => {
    const name = nameOf("diabetes");
    expect(await pipeline("watch", name)).toMatchObject({ code: 0 });
    const logs = await pipeline("logs", name);
    expect(logs).toMatchObject({ code: 0 });
    expect(logs.stdout).toContain("accuracy 0.7532, AUC 0.8147");
    const copy = await pipeline("cp", name);
    expect({ code: copy.code, stderr: copy.stderr }).toEqual({ code: 0, stderr: "" });
    expect(copy.stdout).toContain(`: ${join("runs", name)}\n`);
    const local = await project.pipeline(["run", "--json", "--runs", join(scratch, "local")], {}, node);
    const { directory } = JSON.parse(local.stdout);
    const copied = join(scratch, "runs", name);
    const files = filesIn(directory);
    expect(filesIn(copied).filter((file) => !file.startsWith(".inputs"))).toEqual(files);
    for (const file of files.filter((each) => each !== "run.json")) {
      const [theirs, ours] = [join(copied, file), join(directory, file)];
      if (file.endsWith("log.txt")) expect(loggedLines(theirs), file).toEqual(loggedLines(ours));
      else expect(readFileSync(theirs).equals(readFileSync(ours)), file).toBe(true);
    }
    expect(withoutTimes(readRun(copied))).toEqual(withoutTimes(readRun(directory)));
    const again = await pipeline("step", "evaluate", "--from-run", name);
    expect(again).toMatchObject({ code: 0 });
    expect((await pipeline("cp", name)).stdout).toContain("0 artifacts (0 B), 16 were there already");
  });

  test.skipIf(ARGO_CLI === undefined)("get prints what `argo get` prints", async () => {
    const { stdout: theirs } = await promisify(execFile)(
      ARGO_CLI ?? "",
      ["get", "--no-color", nameOf("diabetes")],
      { env: { ...process.env, ...server.environment } },
    );
    const { stdout } = await pipeline("get", nameOf("diabetes"));
    expect(comparable(stdout)).toBe(comparable(theirs));
  });

  test("a failed workflow ends with exit code 1", async () => {
    expect(await pipeline("watch", nameOf("failed"))).toMatchObject({ code: 1 });
  });

  test.skipIf(!isRecorded && KUBECONFIG === undefined)("retry runs once more what failed", async () => {
    const name = nameOf("failed");
    if (!isRecorded) {
      onTestFinished(allowRetry(server.token, namespace));
      await bucket().put(late, dataset);
    }
    expect(await pipeline("retry", name)).toEqual({
      code: 0,
      stdout: `workflow ${name} retried\n`,
      stderr: "",
    });
    expect(await pipeline("watch", name)).toMatchObject({ code: 0 });
  });

  test("a stopped workflow starts no more tasks", async () => {
    const name = nameOf("stopped");
    expect(await pipeline("stop", name, "--message", "not today")).toEqual({
      code: 0,
      stdout: `workflow ${name} stopped\n`,
      stderr: "",
    });
    expect(await pipeline("watch", name)).toMatchObject({ code: 1 });
    const resumed = await pipeline("resume", name);
    expect(resumed).toMatchObject({ code: 1, stdout: "" });
    expect(resumed.stderr).toContain(`Nothing in ${name} waits for a person: its phase is Failed.`);
  });

  test("a suspended workflow continues when it is resumed, with the answers that it waits for", async () => {
    const name = nameOf("suspended");
    await expect.poll(() => shownOf(name), { timeout: 120_000 }).toMatch(/ǁ review/);
    expect((await pipeline("suspend", name)).stdout).toBe(`workflow ${name} suspended\n`);
    const answers = ["--set", "decision=no", "--set", "rate=2"];
    expect((await pipeline("resume", name, ...answers)).stdout).toBe(
      `workflow ${name}: review resumed with decision=no rate=2 mood=bad\nworkflow ${name} resumed\n`,
    );
    expect(await pipeline("watch", name)).toMatchObject({ code: 0 });
  });

  test("a terminated workflow has failed; resubmitted, it has a new name", async () => {
    const name = nameOf("terminated");
    expect((await pipeline("terminate", name)).stdout).toBe(`workflow ${name} terminated\n`);
    expect(await pipeline("watch", name)).toMatchObject({ code: 1 });
    const { code, stdout } = await pipeline("resubmit", name);
    const [, other = ""] = /^workflow \S+ resubmitted as (\S+)\n$/.exec(stdout) ?? [];
    expect({ code, other }).toEqual({ code: 0, other: expect.stringMatching(/^e2e-approve-/) });
    expect(other).not.toBe(name);
    names.set("resubmitted", other);
    // Without a name, the command uses the last submitted workflow.
    expect((await pipeline("stop")).stdout).toBe(`workflow ${other} stopped\n`);
  });

  test("a template is created once, replaced, and run from", async () => {
    await clean("template", "e2e-coinflip");
    const write = (verb: string): Promise<FinishedProcess> =>
      pipeline("template", verb, "e2e-coinflip", "--image", image);
    expect((await write("create")).stdout).toBe("WorkflowTemplate e2e-coinflip created\n");
    const again = await write("create");
    expect({ ...again, stderr: /already exists/.exec(again.stderr)?.[0] }).toEqual({
      code: 1,
      stdout: "",
      stderr: "already exists",
    });
    expect((await write("update")).stdout).toBe("WorkflowTemplate e2e-coinflip updated\n");
    const from = ["--from", "workflowtemplate/e2e-coinflip", "--set", "seed=1"];
    const { code, stdout } = await pipeline("submit", ...from, "--wait");
    const [, name = ""] = /^Submitted (\S+) to/.exec(stdout) ?? [];
    names.set("from a template", name);
    expect({ code, last: stdout.trimEnd().split("\n").at(-1) }).toEqual({
      code: 0,
      last: `${name} Succeeded`,
    });
    expect(await shownOf(name)).toMatch(/✔ tails/);
  });

  test("a cron workflow is created, suspended, resumed, and replaced; code sees the same as commands", async () => {
    await clean("cron", "e2e-coinflip");
    const { ARGO_SERVER = "", ARGO_SECURE } = { ...process.env, ...server.environment };
    const service = new WorkflowsService({
      server: ARGO_SERVER,
      token: server.token,
      namespace,
      secure: ARGO_SECURE !== "false",
    });
    onTestFinished(() => service.close());
    const cron = async (...args: string[]): Promise<unknown[]> => {
      const { stdout } = await pipeline("cron", ...args);
      const { spec } = await service.get("CronWorkflow", "e2e-coinflip");
      const { schedules, suspend = false } = fieldsOf(spec);
      return [stdout, schedules, suspend];
    };
    const written = (schedule: string): string[] => [
      "e2e-coinflip",
      "--image",
      image,
      "--schedule",
      schedule,
    ];
    expect(await cron("create", ...written("0 3 1 1 *"))).toEqual([
      "CronWorkflow e2e-coinflip created\n",
      ["0 3 1 1 *"],
      false,
    ]);
    expect(await cron("suspend", "e2e-coinflip")).toEqual([
      "CronWorkflow e2e-coinflip suspended\n",
      ["0 3 1 1 *"],
      true,
    ]);
    expect(await cron("resume", "e2e-coinflip")).toEqual([
      "CronWorkflow e2e-coinflip resumed\n",
      ["0 3 1 1 *"],
      false,
    ]);
    expect(await cron("update", ...written("0 4 1 1 *"))).toEqual([
      "CronWorkflow e2e-coinflip updated\n",
      ["0 4 1 1 *"],
      false,
    ]);
  });

  test("a lost answer does not create a second workflow", async () => {
    const proxy = await flakyProxy(host, port);
    const label = `e2e=lost-${server.id}`;
    proxy.loseAnswerTo(new RegExp(`^POST /api/v1/workflows/${namespace} `));
    const args = ["submit", "e2e-coinflip", "--image", image, "--label", label];
    const { code, stdout, stderr } = await project.pipeline(args, through(proxy.port));
    await proxy.close();
    expect({ code, stderr, lost: proxy.lost() }).toEqual({ code: 0, stderr: "", lost: 1 });
    const submitted = /^Submitted (\S+) to/.exec(stdout)?.[1] ?? "";
    names.set("lost", submitted);
    const listed = await pipeline("list", "--selector", label);
    expect(listed.stdout.split("\n").filter((line) => line.includes("e2e-coinflip"))).toHaveLength(1);
    expect(listed.stdout).toContain(submitted);
  });

  test("a wrong token, a wrong namespace and an unknown name have different errors", async () => {
    const wrongToken = await project.pipeline(["get", nameOf("diabetes")], {
      ARGO_TOKEN: "Bearer wrong-secret",
    });
    expect(wrongToken).toMatchObject({ code: 1, stdout: "" });
    expect(wrongToken.stderr).toContain("set ARGO_TOKEN");
    const wrongNamespace = await pipeline("get", nameOf("diabetes"), "--namespace", "kube-system");
    expect(wrongNamespace).toMatchObject({ code: 1, stdout: "" });
    expect(wrongNamespace.stderr).toContain("check --namespace");
    const unknown = await pipeline("get", "no-such-workflow");
    expect(unknown).toMatchObject({ code: 1, stdout: "" });
    expect(unknown.stderr).toContain('"no-such-workflow" not found');
  });

  test("an unreachable server ends with exit code 75", async () => {
    const proxy = await flakyProxy(host, port);
    await proxy.close();
    const ended = await project.pipeline(["get", nameOf("diabetes")], through(proxy.port));
    expect(ended).toMatchObject({ code: 75, stdout: "" });
    expect(ended.stderr).toContain("nothing listens there");
  });

  test("a self-signed certificate needs --ca-file", async () => {
    const [key, cert] = [join(scratch, "key.pem"), join(scratch, "cert.pem")];
    const request = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=127.0.0.1"];
    const files = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", cert];
    execFileSync("openssl", [...request, ...files], { stdio: "ignore" });
    const front = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }, (client) => {
      const upstream = connect(port, host);
      client.on("error", () => upstream.destroy());
      upstream.on("error", () => client.destroy());
      client.pipe(upstream).pipe(client);
    });
    await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
    const address = front.address();
    const at = typeof address === "object" && address !== null ? address.port : 0;
    const secure = { ...through(at), ARGO_SECURE: "true" };
    const refused = await project.pipeline(["get", nameOf("diabetes")], secure);
    expect(refused).toMatchObject({ code: 75, stdout: "" });
    expect(refused.stderr).toContain("--ca-file");
    const trusted = await project.pipeline(["get", nameOf("diabetes"), "--ca-file", cert], secure);
    expect(trusted).toMatchObject({ code: 0, stderr: "" });
    const anyone = await project.pipeline(["get", nameOf("diabetes"), "--insecure-skip-verify"], secure);
    expect(anyone).toMatchObject({ code: 0 });
    front.close();
  });

  test("no output or file contains a secret", () => {
    const everything = project.everything();
    const secrets = [
      server.token.replace(/^Bearer /, ""),
      "wrong-secret",
      process.env.AWS_SECRET_ACCESS_KEY ?? "",
    ];
    expect(everything).toContain(nameOf("diabetes"));
    for (const secret of secrets.filter((each) => each !== "")) {
      expect(everything.includes(secret), `a secret of ${secret.length} characters`).toBe(false);
    }
  });
});

/** Without ages, and with resources in a fixed order: Go prints a map's entries in random order. */
function comparable(tree: string): string {
  return tree
    .replace(/\([^)]* ago\)/g, "(ago)")
    .replace(/^(ResourcesDuration: *)(.*)$/m, (_line, head, list) => head + list.split(",").sort().join(","))
    .trimEnd();
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** The lines of a task's log without their times, each of which must be one. */
function loggedLines(file: string): string[] {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  return lines.map(
    (line) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (.*)$/.exec(line)?.[1] ?? `no time: ${line}`,
  );
}

function readRun(folder: string): unknown {
  return JSON.parse(readFileSync(join(folder, "run.json"), "utf8"));
}

/** What is the same in the cluster and on this machine: inputs, outputs and phases of the tasks. */
function withoutTimes(record: unknown): unknown {
  const other = [
    "run",
    "directory",
    "pid",
    "host",
    "code",
    "startedAt",
    "finishedAt",
    "attempts",
    "progress",
    "message",
    // What the cache of a run on this machine goes by.
    "key",
    "steps",
  ];
  return JSON.parse(
    JSON.stringify(record, (key, value: unknown) => {
      if (other.includes(key)) return undefined;
      return key === "path" && typeof value === "string" && value.endsWith("dataset.csv") ? "dataset" : value;
    }).replaceAll(/"path":"[^"]*diabetes\.csv"/g, '"path":"dataset"'),
  );
}
