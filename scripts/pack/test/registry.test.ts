import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tempDir, writeFiles } from "../../../packages/workflow/test/cli/fixture-project.js";
import { type Registry, startRegistry } from "../../publish/test/registry.js";
import { install, installedVersions, npx, run } from "./consumer.js";
import { packed, packedPackage } from "./packed.js";
import { readmeBlock } from "./readme.js";

const program = process.env.VERDACCIO ?? "";
if (program === "") console.warn("Skipped: a registry. Name the program of verdaccio in VERDACCIO.");

describe.skipIf(program === "")("with a registry", () => {
  let registry: Registry;

  beforeAll(async () => {
    const { stdout } = await run(tempDir(), ["npm", "config", "get", "registry"]);
    registry = await startRegistry(program, stdout.trim());
  });
  afterAll(() => registry?.stop());

  /** A folder in which npm uses the registry. */
  function folderWith(files: Readonly<Record<string, string>> = {}): string {
    const folder = tempDir("registry-user-");
    writeFiles(folder, { ".npmrc": readFileSync(registry.npmrc, "utf8"), ...files });
    return folder;
  }

  test.each(packed)(
    "npm publish accepts $name without a warning, and publishes it",
    async ({ name, version, file }) => {
      const folder = folderWith();

      const dryRun = await run(folder, ["npm", "publish", "--dry-run", file]);
      const published = await run(folder, ["npm", "publish", file]);

      expect(dryRun.stderr).not.toMatch(/npm (warn|error)/i);
      expect(dryRun).toMatchObject({ code: 0, stdout: `+ ${name}@${version}\n` });
      expect(published).toMatchObject({ code: 0, stdout: `+ ${name}@${version}\n` });
    },
  );

  test("a project installs the packages by name and version, and runs the page's example", async () => {
    const { version } = packedPackage("workflow");
    const project = folderWith({
      "package.json": JSON.stringify({ private: true, type: "module" }),
      "src/main.ts": readmeBlock("workflow", "ts"),
    });

    // What npm has cached of another registry at this address must not be used.
    await install(project, "--prefer-online", `@tiphys/workflow@${version}`, `@tiphys/ml@${version}`);
    const { code, stdout, stderr } = await npx(project, "tiphys", "run");

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("\nHello, world!\n");
    expect(installedVersions(project, "@tiphys/argo-lint")).toEqual([version]);
    expect(installedVersions(project, "@uwdata/flechette")).toEqual(["2.6.0"]);
  });
});
