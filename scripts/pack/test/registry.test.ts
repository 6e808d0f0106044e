import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reference } from "../../../packages/ml/test/diabetes.js";
import { tempDir, writeFiles } from "../../../packages/workflow/test/cli/fixture-project.js";
import { commit } from "../../init/test/fork.js";
import { type Registry, startRegistry } from "../../publish/test/registry.js";
import { install, installedVersions, npx, run } from "./consumer.js";
import { sizeOf, trackedFiles } from "./created-project.js";
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

  /** For an npm that uses the registry in every folder. */
  const environment = (): Record<string, string> => ({ npm_config_registry: registry.url });

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

  describe("from an empty folder, npm create tiphys", () => {
    let folder: string;
    let project: string;
    let ended: Awaited<ReturnType<typeof run>>;
    beforeAll(async () => {
      folder = tempDir("create-user-");
      project = join(folder, "diabetes");
      const command = ["npm", "create", "--yes", "tiphys@latest", "diabetes", "--", "--yes"];
      // What npm has cached of another registry at this address must not be used.
      ended = await run(folder, command, { env: { ...environment(), npm_config_prefer_online: "true" } });
    });
    const inProject = (...command: readonly string[]) => run(project, command, { env: environment() });

    test("makes a project, and says what to type next", () => {
      expect(ended.code, ended.stderr).toBe(0);
      expect(ended.stdout).toContain(
        "Installing its packages.\ndiabetes is in diabetes, and its image is ghcr.io/your-name/diabetes.\nNext:\n  cd diabetes\n  npm start\n  npm test\n",
      );
      expect(readdirSync(folder)).toEqual(["diabetes"]);
    });

    test("whose packages come from the registry, by version", () => {
      const { version } = packedPackage("workflow");
      const { dependencies } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));

      expect(dependencies).toMatchObject({ "@tiphys/ml": `^${version}`, "@tiphys/workflow": `^${version}` });
      expect(installedVersions(project, "@tiphys/argo-lint")).toEqual([version]);
      expect(trackedFiles(project).length).toBeLessThanOrEqual(70);
      expect(readFileSync(join(project, "package-lock.json"), "utf8")).not.toContain(registry.url);
      expect(sizeOf(join(project, "node_modules"))).toBeLessThan(200);
    });

    test("npm start prints the reference's report", async () => {
      const { code, stdout } = await inProject("npm", "start");

      expect(code).toBe(0);
      expect(stdout).toContain(`\n\n${reference.metrics.classification_report}\n`);
    });

    test.each([
      "npm test",
      "npx --no tiphys yaml",
      "npx --no tiphys lint --strict",
      "npx --no tiphys build",
      "npm update",
    ])("%s passes", async (line) => {
      const { code, stdout, stderr } = await inProject(...line.split(" "));

      expect(code, `${stdout}${stderr}`).toBe(0);
    });

    test("npm create tiphys -- --update finds nothing to change", async () => {
      commit(project);

      const { code, stdout, stderr } = await inProject(
        "npm",
        "create",
        "--yes",
        "tiphys@latest",
        "--",
        "--update",
      );

      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toContain("Nothing to change: the project's files are as in template");
    });
  });

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
