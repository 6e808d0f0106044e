import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyLogs } from "../../../../src/cli/server/cp/copy-logs.js";
import type { LoggedPod, PlannedLog } from "../../../../src/cli/server/cp/planned-logs.js";
import { safePath } from "../../../../src/storage/folder-transfer/safe-path.js";
import { events, faultServer, frame, json, serviceOf } from "../../../argo/client/fault-server.js";
import { tempDir } from "../../fixture-project.js";

const startedAt = "2026-11-30T10:00:00.000Z";

function pod(name: string, isArchived: boolean): LoggedPod {
  return { name, nodeId: `node-of-${name}`, startedAt, isArchived, failure: undefined };
}

function logOf(task: string, ...pods: LoggedPod[]): PlannedLog {
  return { task, path: safePath(`${task}/log.txt`, "The log"), pods };
}

/** How a server answers for the stream of lines, and for archived logs by the name of the pod. */
interface Server {
  readonly lines: readonly (readonly [pod: string, text: string])[];
  /** Whether the stream of lines ends in an error. */
  breaks: boolean;
  readonly archived: Record<string, string | number>;
}

async function copier(server: Server, planned: readonly PlannedLog[]) {
  const { url } = await faultServer((response, { url: path = "" }) => {
    if (path.includes("/log?")) {
      const texts = server.lines.map(([podName, text]) =>
        frame({ podName, content: `2026-11-30T10:00:01Z ${text}` }),
      );
      const error = { grpc_code: 7, http_code: 403, message: "no more" };
      if (server.breaks) texts.push(`data: ${JSON.stringify({ error })}\n\n`);
      events(response, texts.join(""));
      response.end();
      return;
    }
    const [, name = ""] = /node-of-([\w-]+)/.exec(path) ?? [];
    const archived = server.archived[name] ?? 404;
    if (typeof archived === "number") json(response, { code: 2, message: "try later" }, archived);
    else response.end(archived);
  });
  const directory = tempDir();
  return {
    copy: () => copyLogs(serviceOf(url), "train", planned, directory, new AbortController().signal),
    /** The lines of a task's log; undefined if there is none. */
    read(task: string): string[] | undefined {
      const path = join(directory, task, "log.txt");
      if (!existsSync(path)) return undefined;
      return readFileSync(path, "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => line.slice(startedAt.length + 1));
    },
    directory,
  };
}

test("a log whose stream broke is left out, and copied as a whole the next time", async () => {
  const lines = [["fit-1", "first"] as const, ["fit-1", "second"] as const];
  const server = { lines: lines.slice(0, 1), breaks: true, archived: {} };
  const planned = [logOf("fit", pod("fit-1", false))];
  const { copy, read, directory } = await copier(server, planned);

  const broken = await copy();
  expect(broken).toMatchObject({ missing: [], leftOut: ["fit"] });
  expect(broken.faults.join()).toContain("no more");
  expect(read("fit")).toBeUndefined();
  expect(existsSync(join(directory, ".logs"))).toBe(false);

  Object.assign(server, { breaks: false, lines });
  expect(await copy()).toEqual({ missing: [], leftOut: [], faults: [] });
  expect(read("fit")).toEqual(["first", "second"]);
});

test("after a broken stream the archived log is taken, also of a pod that the stream has begun", async () => {
  const server = {
    lines: [["fit-1", "first"] as const],
    breaks: true,
    archived: { "fit-1": "first\nsecond\n" },
  };
  const { copy, read } = await copier(server, [
    logOf("fit", pod("fit-1", true)),
    logOf("say", pod("say-1", false)),
  ]);

  expect(await copy()).toMatchObject({ missing: [], leftOut: ["say"] });
  expect(read("fit")).toEqual(["first", "second"]);
  expect(read("say")).toBeUndefined();
});

test("a log of which one attempt's archive cannot be read now is left out, and copied as a whole later", async () => {
  const archived: Record<string, string | number> = { "fit-1": 503, "fit-2": "again\n" };
  const server = { lines: [], breaks: false, archived };
  const { copy, read } = await copier(server, [logOf("fit", pod("fit-1", true), pod("fit-2", true))]);

  expect(await copy()).toMatchObject({ missing: [], leftOut: ["fit"] });
  expect(read("fit")).toBeUndefined();

  archived["fit-1"] = "before\n";
  expect(await copy()).toEqual({ missing: [], leftOut: [], faults: [] });
  expect(read("fit")).toEqual(["before", "again"]);
});

test("an attempt whose archive is gone for good does not keep the others from being copied", async () => {
  const server = { lines: [], breaks: false, archived: { "fit-1": 404, "fit-2": "again\n" } };
  const { copy, read } = await copier(server, [logOf("fit", pod("fit-1", true), pod("fit-2", true))]);

  expect(await copy()).toMatchObject({ missing: ["fit"], leftOut: [] });
  expect(read("fit")).toEqual(["again"]);
});
