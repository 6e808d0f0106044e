import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..", "..", "..");
const program = join(root, "packages", "workflow", "bin", "build-image-content.js");

// The available packages depend on the platform.
test.skipIf(process.platform !== "linux").each([
  [["--part", "programs"], 2, "--part programs: expected program or packages.\n"],
  [
    ["--part", "packages", "--cpu", "mips"],
    1,
    "@napi-rs/canvas-linux-mips is not installed. There is no such package. Available processors: arm, arm64, riscv64, x64.\n",
  ],
  [
    ["--part", "packages", "--cpu", "riscv64"],
    1,
    "@napi-rs/canvas-linux-riscv64 is not installed. Run npm ci --os=linux --cpu=riscv64 first.\n",
  ],
])("%j is refused in one line", (args, code, message) => {
  const { status, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: root, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: code, stderr: message });
});

test("an unknown option is refused in one line", () => {
  const { status, stderr } = spawnSync(process.execPath, [program, "--parts"], {
    cwd: root,
    encoding: "utf8",
  });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^Unknown option '--parts'[^\n]*\n$/);
});
