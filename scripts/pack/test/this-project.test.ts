import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import * as z from "zod";
import { reference } from "../../../packages/ml/test/diabetes.js";
import { tempDir } from "../../../packages/workflow/test/cli/fixture-project.js";
import { pipeline } from "../../../packages/workflow/test/cli/program.js";
import { blocksOf } from "../../../test/docs/markdown.js";
import { root, workspaceFolder } from "../repository.js";
import { consumer, install, installedVersions, npx, run, typeErrors } from "./consumer.js";

const shared = z
  .object({ peerDependencies: z.record(z.string(), z.string()) })
  .parse(
    JSON.parse(readFileSync(join(workspaceFolder("workflow"), "package.json"), "utf8")),
  ).peerDependencies;
const { name, version, tiphys } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const types = { "@types/node": "^20.19.0" };

const nodes = (process.env.NODE_BINARIES ?? "").split(":").filter((path) => path !== "");
if (nodes.length === 0)
  console.warn("Skipped: other versions of Node. Name their binaries in NODE_BINARIES, with colons between.");

const inWorkspace = tempDir();
let project: string;

// This project's own code and data, in a project that has the packages from tarballs.
beforeAll(async () => {
  await pipeline(root, ["run", "--runs", inWorkspace], { deadline: 120_000 });
  project = await consumer({
    ours: ["argo-lint", "ml", "workflow"],
    others: { ...shared, ...types },
    manifest: { name, version, tiphys },
  });
  for (const folder of ["src", "data"])
    cpSync(join(root, folder), join(project, folder), { recursive: true });
});

/** The bytes of what the last step writes. */
function results(runs: string): Record<string, Buffer> {
  const files = ["report.txt", "page.html", "metrics.json", "rocCurve.png"];
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(runs, "latest/evaluate", file))]));
}

function checkTypes(more: object = {}, include = ["src"]): Promise<string> {
  const options = {
    module: "nodenext",
    target: "es2023",
    noEmit: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    ...more,
  };
  return typeErrors(project, options, include);
}

test("it type-checks", async () => {
  expect(await checkTypes()).toBe("");
});

test.each([[[]], [["--isolated"]]])(
  "tiphys run %j writes the same bytes as in the workspace",
  async (options) => {
    const runs = tempDir();

    const { code, stdout, stderr } = await npx(project, "tiphys", "run", "--runs", runs, ...options);

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(`\n\n${reference.metrics.classification_report}\n`);
    expect(results(runs)).toEqual(results(inWorkspace));
  },
);

test("tiphys yaml prints the same manifest as in the workspace", async () => {
  const ours = await pipeline(root, ["yaml"]);

  expect(await npx(project, "tiphys", "yaml")).toEqual(ours);
  expect(ours.stdout).toContain("kind: Workflow\n");
});

test("tiphys lint --strict finds nothing", async () => {
  expect(await npx(project, "tiphys", "lint", "--strict")).toMatchObject({ code: 0, stderr: "" });
});

test("its examples type-check and run as their page says", async () => {
  const main = join(project, "src/main.ts");
  const text = readFileSync(main, "utf8");
  const page = readFileSync(join(project, "node_modules/@tiphys/workflow/examples/README.md"), "utf8");
  const [copy, program] = blocksOf(page);
  onTestFinished(() => {
    writeFileSync(main, text);
    rmSync(join(project, "examples"), { recursive: true });
  });
  expect(await run(project, ["sh", "-c", copy?.text ?? ""])).toMatchObject({ code: 0 });
  writeFileSync(main, program?.text ?? "");

  expect(await checkTypes({ types: ["node"] }, ["src", "examples"])).toBe("");
  const { code, stdout } = await npx(project, "tiphys", "run", "coinflip", "--runs", tempDir());

  expect(stdout).toContain("Succeeded in ");
  expect(code).toBe(0);
});

test("the content of the image draws with @napi-rs/canvas, and contains no package canvas", async () => {
  const { code, stderr } = await npx(project, "tiphys", "build");

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const modules = join(project, "dist/node_modules");
  expect(readdirSync(modules).sort()).toEqual(["@napi-rs", "dejavu-fonts-ttf"]);
  expect(existsSync(join(project, "node_modules/canvas"))).toBe(false);
});

describe.skipIf(nodes.length === 0)("other versions of Node", () => {
  test.each(nodes)("%s gives the same report, page and figure", async (node) => {
    const runs = tempDir();
    const program = join(project, "node_modules/@tiphys/workflow/bin/tiphys.js");

    const { code, stdout, stderr } = await run(project, [node, program, "run", "--runs", runs]);

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(`\n\n${reference.metrics.classification_report}\n`);
    const { "rocCurve.png": _ofThis, ...theirs } = results(runs);
    const { "rocCurve.png": _ofThat, ...mine } = results(inWorkspace);
    expect(theirs).toEqual(mine);
  });
});

// Last, because it changes what is installed. The tests above have the newest versions.
test("the lowest versions of the packages that are shared with a project pass, too", async () => {
  const lowest = Object.entries(shared).map(([each, range]) => [each, range.replace("^", "")] as const);
  const runs = tempDir();
  await install(project, ...lowest.map((each) => each.join("@")));

  const { code, stdout } = await npx(project, "tiphys", "run", "--runs", runs);

  for (const [each, its] of lowest) expect(installedVersions(project, each)).toEqual([its]);
  expect(code).toBe(0);
  expect(stdout).toContain(`\n\n${reference.metrics.classification_report}\n`);
  expect(results(runs)).toEqual(results(inWorkspace));
  expect(await checkTypes()).toBe("");
  expect(await npx(project, "tiphys", "yaml")).toEqual(await pipeline(root, ["yaml"]));
});
