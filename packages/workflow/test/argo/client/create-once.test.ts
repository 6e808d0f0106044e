import { describe, expect, test } from "vitest";
import { submissionAnnotation } from "../../../src/argo/client/create-once.js";
import { UnreachableError } from "../../../src/argo/client/index.js";
import { faultServer, json, serviceOf } from "./fault-server.js";

interface Sent {
  readonly workflow: {
    readonly metadata: { readonly name: string; readonly annotations: Record<string, string> };
  };
}

/** A server that stores workflows and handles each creation as configured; 1 is the first. */
async function keeper(answers: (creation: number) => "answer" | "lose" | "drop") {
  const kept = new Map<string, unknown>();
  let creations = 0;
  const { url } = await faultServer((response, request) => {
    let text = "";
    request.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
    request.on("end", () => {
      if (request.method === "GET") {
        const found = kept.get(request.url?.split("/").at(-1) ?? "");
        if (found !== undefined) json(response, found);
        else json(response, { code: 5, message: "workflows.argoproj.io not found" }, 404);
        return;
      }
      creations += 1;
      const { workflow }: Sent = JSON.parse(text);
      const how = answers(creations);
      if (how === "drop") return void response.destroy();
      if (kept.has(workflow.metadata.name)) {
        return void json(response, { code: 6, message: "workflows.argoproj.io already exists" }, 409);
      }
      const made = { metadata: workflow.metadata, spec: {} };
      kept.set(workflow.metadata.name, made);
      if (how === "lose") response.destroy();
      else json(response, made);
    });
  });
  return { service: serviceOf(url), kept, creations: () => creations };
}

const manifest = { metadata: { generateName: "train-" }, spec: {} };

describe("creating a workflow", () => {
  test("generates a name as Kubernetes does, and adds the annotation of the submission", async () => {
    const { service, kept } = await keeper(() => "answer");
    const { metadata } = await service.createWorkflow(manifest);
    expect(metadata.name).toMatch(/^train-[bcdfghjklmnpqrstvwxz2456789]{5}$/);
    expect(metadata.annotations?.[submissionAnnotation]).toMatch(/^[0-9a-f-]{36}$/);
    expect([...kept.keys()]).toEqual([metadata.name]);
  });

  test("is not sent again if the server created it and only the response was lost", async () => {
    const { service, kept, creations } = await keeper(() => "lose");
    const { metadata } = await service.createWorkflow(manifest);
    expect([...kept.keys()]).toEqual([metadata.name]);
    expect(creations()).toBe(1);
  });

  test("is sent again under its name if the server never received it", async () => {
    const { service, kept, creations } = await keeper((creation) => (creation === 1 ? "drop" : "answer"));
    const { metadata } = await service.createWorkflow(manifest);
    expect([...kept.keys()]).toEqual([metadata.name]);
    expect(creations()).toBe(2);
  });

  test("is refused if another workflow has its name", async () => {
    const { service } = await keeper(() => "answer");
    const named = { metadata: { name: "friday" }, spec: {} };
    await service.createWorkflow(named);
    await expect(service.createWorkflow(named)).rejects.toMatchObject({ refusal: "already-exists" });
  });

  test("is refused even if the response was lost and another workflow has the name", async () => {
    const { service, creations } = await keeper((creation) => (creation === 2 ? "drop" : "answer"));
    const named = { metadata: { name: "friday" }, spec: {} };
    await service.createWorkflow(named);
    await expect(service.createWorkflow(named)).rejects.toMatchObject({ refusal: "already-exists" });
    expect(creations()).toBe(3);
  });

  test("reports that no response came", async () => {
    const { service } = await keeper(() => "drop");
    const refused = service.createWorkflow({ metadata: { name: "friday" }, spec: {} });
    await expect(refused).rejects.toThrow(UnreachableError);
  }, 30_000);
});
