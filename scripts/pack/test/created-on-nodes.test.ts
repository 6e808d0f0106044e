import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { reference } from "../../../packages/ml/test/diabetes.js";
import { tempDir } from "../../../packages/workflow/test/cli/fixture-project.js";
import { run } from "./consumer.js";
import { create, onNode, trackedFiles } from "./created-project.js";

const nodes = (process.env.NODE_BINARIES ?? "").split(":").filter((path) => path !== "");
if (nodes.length === 0)
  console.warn("Skipped: other versions of Node. Name their binaries in NODE_BINARIES, with colons between.");

describe.skipIf(nodes.length === 0).each(nodes)("with %s and tarballs", (node) => {
  const folder = tempDir("on-node-");
  const project = join(folder, "diabetes");

  test("a project is created", async () => {
    expect(await create(folder, ["diabetes", "--yes"], node)).toMatchObject({ code: 0, stderr: "" });
    expect(trackedFiles(project).length).toBeLessThanOrEqual(70);
  });

  test("npm start prints the reference's report", async () => {
    const { code, stdout } = await run(project, ["npm", "start"], onNode(node));

    expect(code).toBe(0);
    expect(stdout).toContain(`\n\n${reference.metrics.classification_report}\n`);
  });

  test.each(["npm test", "npx --no tiphys yaml", "npx --no tiphys lint --strict", "npx --no tiphys build"])(
    "%s passes",
    async (line) => {
      const { code, stdout, stderr } = await run(project, line.split(" "), onNode(node));

      expect(code, `${stdout}${stderr}`).toBe(0);
    },
  );
});
