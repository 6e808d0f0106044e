import { createServer } from "node:http";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { program, project } from "../../fixture-project.js";
import { type Ended, pipeline } from "../../program.js";

const suspended = (id: string, displayName: string) => ({
  id,
  name: `wf.${displayName}`,
  displayName,
  type: "Suspend",
  templateName: "t",
  phase: "Running",
  boundaryID: "wf",
});

const workflow = {
  metadata: { name: "wf", namespace: "argo" },
  spec: { entrypoint: "foreign" },
  status: {
    phase: "Running",
    nodes: {
      wf: { id: "wf", name: "wf", displayName: "wf", type: "DAG", templateName: "foreign", phase: "Running" },
      "wf-1": suspended("wf-1", "t(0:a,b)"),
      "wf-2": suspended("wf-2", "t(1:a,c)"),
    },
  },
};

let root: string;
beforeAll(() => {
  root = project({
    "src/main.ts": program(`
const greet = defineStep({
  name: "greet",
  inputs: {},
  outputs: { greeting: parameter(z.string()) },
  run: () => ({ greeting: "hello" }),
});
const greeting = defineWorkflow({
  name: "greeting",
  build: (dag) => ({ greeting: dag.task(greet, {}).greeting }),
});
await main({ workflows: [greeting] });
`),
  });
});

/** Runs a command on a server with {@link workflow}, and collects the selectors that it sends. */
async function call(...args: string[]): Promise<Ended & { selectors: string[] }> {
  const selectors: string[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request.setEncoding("utf8")) body += part;
    if (body !== "") selectors.push(JSON.parse(body).nodeFieldSelector);
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(workflow));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const env = { ARGO_SERVER: `http://127.0.0.1:${port}`, ARGO_NAMESPACE: "argo", ARGO_TOKEN: "a-token" };
  return { ...(await pipeline(root, args, { env })), selectors };
}

describe("an escaped comma in --node-field-selector belongs to the value", () => {
  const option = ["--node-field-selector", "displayName=t(0:a\\,b)"];

  test("for get", async () => {
    const { code, stdout } = await call("get", "wf", ...option);
    expect(code).toBe(0);
    expect(stdout).toContain("t(0:a,b)");
    expect(stdout).not.toContain("t(1:a,c)");
  });

  test("for resume", async () => {
    expect(await call("resume", "wf", ...option)).toMatchObject({
      code: 0,
      stdout: "workflow wf: t(0:a,b) resumed\n",
      stderr: "",
      selectors: ["id=wf-1"],
    });
  });
});

test.each(["get", "resume"])("%s refuses a selector without an operator", async (command) => {
  expect(await call(command, "wf", "--node-field-selector", "Failed")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('"Failed" cannot be read. Write field=value'),
    selectors: [],
  });
});
