import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const files = ["GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STATE"];

const configs = [
  "vitest.config.ts",
  "vitest.large.config.ts",
  "e2e/vitest.config.ts",
  "scripts/init/vitest.config.ts",
];

test.each(configs.filter((config) => existsSync(join(root, config))))(
  "a test that %s runs sees none of the files of the job that runs it",
  (config) => {
    expect(readFileSync(join(root, config), "utf8")).toContain('setupFiles: ["test/setup.ts"]');
  },
);

test.skipIf(process.platform === "win32")(
  "a process that a test starts writes nothing to the job's page or outputs",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "job-files-"));
    try {
      writeFileSync(
        join(folder, "write.test.js"),
        `import { execFileSync } from "node:child_process";
import { test } from "vitest";
test("writes", () => {
  execFileSync("sh", ["-c", 'for file in ${files.map((name) => `"$${name}"`).join(" ")}; do [ -z "$file" ] || echo written >>"$file"; done']);
});
`,
      );
      const environment = files.map((name) => [name, join(folder, name)]);
      for (const [, file = ""] of environment) writeFileSync(file, "");
      const config = join(folder, "vitest.config.mjs");
      const setup = JSON.stringify(join(root, "test", "setup.ts"));
      writeFileSync(
        config,
        `export default { test: { include: ["**/*.test.js"], setupFiles: [${setup}] } };\n`,
      );
      execFileSync(
        process.execPath,
        [join(root, "node_modules", "vitest", "vitest.mjs"), "run", "--config", config, "--root", folder],
        { cwd: root, env: { ...process.env, ...Object.fromEntries(environment) }, stdio: "pipe" },
      );
      expect(environment.map(([name, file = ""]) => [name, readFileSync(file, "utf8")])).toEqual(
        files.map((name) => [name, ""]),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000,
);
