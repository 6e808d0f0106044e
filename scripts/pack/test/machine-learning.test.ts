import { expect, test } from "vitest";
import { consumer, installedVersions, run, typeErrors } from "./consumer.js";
import { readmeBlock } from "./readme.js";

test("a project that installs @tiphys/ml alone runs the page's example", async () => {
  const project = await consumer({
    ours: ["ml"],
    others: { arquero: "^8.0.0", zod: "^4.3.0" },
    files: { "src/train.ts": readmeBlock("ml", "ts") },
  });

  const errors = await typeErrors(project, { module: "nodenext", rootDir: "src", outDir: "out" });
  const { code, stdout, stderr } = await run(project, [process.execPath, "out/train.js"]);

  expect(errors).toBe("");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("    accuracy                           0.90        10\n");
  // What draws needs no package that downloads or compiles a program when it is installed.
  expect(installedVersions(project, "canvas")).toEqual([]);
  expect(installedVersions(project, "@uwdata/flechette")).toEqual(["2.6.0"]);
});
