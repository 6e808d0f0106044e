import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./project.js";

const program = join(root, "packages", "workflow", "bin", "tiphys.js");

// The available packages depend on the platform.
test.skipIf(process.platform !== "linux").each([
  [
    "mips",
    "@napi-rs/canvas-linux-mips is not installed. There is no such package. Available processors: arm, arm64, riscv64, x64.\n",
  ],
  ["riscv64", "@napi-rs/canvas-linux-riscv64 is not installed. Run npm ci --os=linux --cpu=riscv64 first.\n"],
])("an image for %s is refused in one line without the canvas for it", (cpu, message) => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [program, "build", "--part", "packages", "--cpu", cpu],
    {
      cwd: root,
      encoding: "utf8",
    },
  );

  expect({ status, stderr }).toEqual({ status: 1, stderr: message });
});
