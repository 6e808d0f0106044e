import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Ended, pipeline } from "../../program.js";
import { e2eProject, skipWithoutE2e } from "../../server/e2e-project.js";
import { type Asked, recordedServer } from "../../server/recorded-server.js";

const name = "waiting-for-review";

let root: string;
beforeAll(() => {
  root = e2eProject();
});
beforeEach(skipWithoutE2e);

async function resume(...args: string[]): Promise<Ended & { changes: Asked[] }> {
  const { url, asked } = await recordedServer("waiting");
  const env = { ARGO_SERVER: url, ARGO_NAMESPACE: "argo", ARGO_TOKEN: "a-secret-token" };
  const ended = await pipeline(root, ["resume", name, ...args], { env });
  return { ...ended, changes: asked.filter(({ method }) => method !== "GET") };
}

describe("resume of a waiting workflow, with recorded responses of a real server", () => {
  test("sends all answers with the defaults, and then resumes the node", async () => {
    const { code, stdout, changes } = await resume("--set", "decision=yes", "--set", "rate=1.5");
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `workflow ${name}: review resumed with decision=yes rate=1.5 mood=bad\n`,
    });
    const [set, go] = changes.map(({ method, path, body }) => ({ method, path, ...JSON.parse(body) }));
    expect(set).toMatchObject({ method: "PUT", path: `/api/v1/workflows/argo/${name}/set` });
    expect(JSON.parse(set.outputParameters)).toEqual({ decision: "yes", rate: "1.5", mood: "bad" });
    expect(set.nodeFieldSelector).toMatch(/^id=waiting-for-review-\d+$/);
    expect(go).toMatchObject({
      path: `/api/v1/workflows/argo/${name}/resume`,
      nodeFieldSelector: set.nodeFieldSelector,
    });
  });

  test.each([
    [["--set", "decision=perhaps"], '--set decision: found "perhaps", expected one of: yes, no.\n'],
    [["--set", "decision=yes"], "review waits for rate. Answer with\n  --set rate=…  a number\n"],
    [
      ["--set", "decison=yes"],
      '--set decison: review does not ask for that. Did you mean "decision"? It asks for decision, rate, mood.\n',
    ],
    [["--task", "revew"], `No task revew of ${name} waits. Did you mean "review"? Available: review.\n`],
    [
      ["--node-field-selector", "displayName=x"],
      `No task displayName=x of ${name} waits. Available: review.\n`,
    ],
  ])("%j changes nothing, and says what is wrong", async (args, stderr) => {
    expect(await resume(...args)).toMatchObject({ code: 2, stdout: "", stderr, changes: [] });
  });

  test("lists the missing answers if nobody can be asked", async () => {
    expect(await resume("--node-field-selector", "displayName=review,phase!=Failed")).toMatchObject({
      code: 2,
      stderr:
        "review waits for decision, rate. Answer with\n  --set decision=…  one of: yes, no\n  --set rate=…  a number\n",
    });
  });
});
