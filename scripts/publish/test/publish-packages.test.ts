import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Registry, startRegistry } from "./registry.js";

const script = join(import.meta.dirname, "../publish-packages.sh");
const { VERDACCIO = "" } = process.env;
if (VERDACCIO === "") console.log("Nothing is published: set VERDACCIO to the path of verdaccio's program.");

describe.skipIf(VERDACCIO === "" || process.platform === "win32")("to a real registry", () => {
  let registry: Registry;
  let folder = "";

  beforeAll(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "publish-")));
    registry = await startRegistry(VERDACCIO);
  }, 90_000);

  afterAll(() => {
    registry?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function npm(cwd: string, ...args: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync("npm", args, { cwd, encoding: "utf8", env: environment() });
    expect(status, stderr).toBe(0);
    return stdout;
  }

  function environment(): NodeJS.ProcessEnv {
    const own = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
    return {
      ...Object.fromEntries(own),
      npm_config_userconfig: registry.npmrc,
      npm_config_cache: join(folder, "cache"),
      npm_config_update_notifier: "false",
    };
  }

  /** Packs a package of one file. */
  function packed(
    name: string,
    version: string,
    content: string,
    dependencies: Readonly<Record<string, string>> = {},
  ): string {
    const own = join(folder, name);
    rmSync(own, { recursive: true, force: true });
    mkdirSync(own);
    const manifest = {
      name: `@tiphys/${name}`,
      version,
      type: "module",
      exports: "./index.js",
      dependencies,
    };
    writeFileSync(join(own, "package.json"), JSON.stringify(manifest));
    writeFileSync(join(own, "index.js"), content);
    return join(folder, npm(own, "pack", "--silent", "--pack-destination", folder).trim());
  }

  function publish(...tarballs: readonly string[]) {
    const { status, stdout, stderr } = spawnSync("bash", [script, ...tarballs], {
      cwd: folder,
      encoding: "utf8",
      env: environment(),
    });
    return { status, stdout, stderr: status === 0 ? "" : stderr };
  }

  test("packages are published once, and can be installed", () => {
    const first = packed("first", "0.1.0", "export const answer = 42;\n");
    const second = packed("second", "0.1.0", 'export * from "@tiphys/first";\n', {
      "@tiphys/first": "0.1.0",
    });

    expect(publish(first, second)).toEqual({
      status: 0,
      stdout: "+ @tiphys/first@0.1.0\n+ @tiphys/second@0.1.0\n",
      stderr: "",
    });
    expect(publish(first, second)).toEqual({
      status: 0,
      stdout:
        "@tiphys/first@0.1.0 is already published: skipped.\n@tiphys/second@0.1.0 is already published: skipped.\n",
      stderr: "",
    });

    const project = join(folder, "project");
    mkdirSync(project);
    writeFileSync(join(project, "package.json"), "{}");
    npm(project, "install", "--no-audit", "@tiphys/second");
    const program = 'import("@tiphys/second").then(({ answer }) => console.log(answer))';
    const { stdout } = spawnSync(process.execPath, ["-e", program], { cwd: project, encoding: "utf8" });
    expect(stdout).toBe("42\n");
  }, 120_000);

  test("a later version is published, where an earlier one is; a prerelease only under the tag next", () => {
    const old = packed("later", "0.1.0", "export {};\n");
    const beta = packed("later", "0.2.0-beta.1", "export {};\n");

    expect(publish(old).stdout).toBe("+ @tiphys/later@0.1.0\n");
    expect(publish(beta).stdout).toBe("+ @tiphys/later@0.2.0-beta.1\n");

    const other = packed("later", "0.1.0", "export const changed = true;\n");
    expect(publish(other).stdout).toMatch(
      /^::warning::@tiphys\/later@0\.1\.0 is already published, with other bytes/,
    );
    expect(JSON.parse(npm(folder, "view", "@tiphys/later", "dist-tags", "--json"))).toEqual({
      latest: "0.1.0",
      next: "0.2.0-beta.1",
    });
  }, 120_000);

  test("without an account nothing is published", () => {
    const tarball = packed("secret", "0.1.0", "export {};\n");
    const own = readFileSync(registry.npmrc, "utf8");
    writeFileSync(registry.npmrc, `registry=${registry.url}\n`);

    const { status, stderr } = publish(tarball);

    writeFileSync(registry.npmrc, own);
    expect(status).toBe(1);
    expect(stderr).toContain("ENEEDAUTH");
  }, 60_000);
});
