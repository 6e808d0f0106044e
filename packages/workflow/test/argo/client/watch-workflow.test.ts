import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { type Answer, events, faultServer, frame, json, serviceOf, workflow } from "./fault-server.js";

async function phasesOf(url: string): Promise<string[]> {
  const phases: string[] = [];
  for await (const { metadata, status } of serviceOf(url).watchWorkflow("@latest")) {
    phases.push(`${metadata.resourceVersion} ${status?.phase}`);
  }
  return phases;
}

const changed = (version: string, phase: string): string =>
  frame({ type: "MODIFIED", object: workflow(version, phase) });

test("continues after a stream is lost in the middle of a line, and reports nothing twice", async () => {
  let version = 1;
  let streams = 0;
  const { url, asked } = await faultServer((response, { url: path = "" }) => {
    if (!path.includes("workflow-events")) return json(response, workflow(String(version), "Running"));
    streams += 1;
    events(
      response,
      streams === 1 ? changed("1", "Running") + changed("2", "Running") : changed("2", "Running"),
    );
    version = 2;
    if (streams > 1) response.end(changed("3", "Succeeded"));
    else response.write('data: {"result":{"type":"MODI', () => setTimeout(() => response.destroy(), 50));
  });
  expect(await phasesOf(url)).toEqual(["1 Running", "2 Running", "3 Succeeded"]);
  expect(asked.at(-1)).toContain("metadata.name%3Dtrain");
});

test("continues after the server was unreachable", async () => {
  const running: Answer = (response, { url: path = "" }) => {
    if (!path.includes("workflow-events")) return json(response, workflow("1", "Running"));
    events(response);
    setTimeout(() => {
      away = true;
      response.destroy();
    }, 50);
  };
  let away = false;
  let back = false;
  const { url } = await faultServer((response, request) => {
    if (back) return json(response, workflow("2", "Failed"));
    if (away) return void response.destroy();
    return running(response, request);
  });
  const phases = phasesOf(url);
  await sleep(2500);
  back = true;
  expect(await phases).toEqual(["1 Running", "2 Failed"]);
});

test("continues if the server says that its history is too short", async () => {
  let streams = 0;
  const { url, asked } = await faultServer((response, { url: path = "" }) => {
    if (!path.includes("workflow-events")) return json(response, workflow("1", "Running"));
    streams += 1;
    events(response);
    if (streams > 1) response.end(changed("2", "Succeeded"));
    else response.end('data: {"error":{"grpc_code":8,"http_code":429,"message":"EOF"}} \n\n');
  });
  expect(await phasesOf(url)).toEqual(["1 Running", "2 Succeeded"]);
  // The server no longer knows the version of a workflow that has waited for long.
  expect(asked.join()).not.toContain("resourceVersion");
});

test("ends if the workflow is deleted", async () => {
  const { url } = await faultServer((response, { url: path = "" }) => {
    if (!path.includes("workflow-events")) return json(response, workflow("1", "Running"));
    events(response, frame({ type: "DELETED", object: workflow("2", "Running") }));
  });
  await expect(phasesOf(url)).rejects.toThrow("The workflow train was deleted.");
});

test("ends if the token expires", async () => {
  const { url } = await faultServer((response, { url: path = "" }) => {
    if (!path.includes("workflow-events")) return json(response, workflow("1", "Running"));
    json(response, { code: 16, message: "Unauthorized" }, 401);
  });
  await expect(phasesOf(url)).rejects.toMatchObject({ refusal: "unauthenticated" });
});
