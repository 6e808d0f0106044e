import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildImage } from "../packages/workflow/bin/build-image.js";
import { cpuSeconds } from "./cpu-seconds.js";

/**
 * Prints the processor time of one step as a pod runs it, compared with that of a Node that does nothing.
 * @param run directory of a run, whose artifacts the step reads
 * @param nodes paths of the Node binaries to measure
 * @param rounds number of counted rounds, ≥ 1
 */
export async function printStepOfImage(
  root: string,
  scratch: string,
  run: string,
  nodes: readonly string[],
  rounds: number,
): Promise<void> {
  const app = join(scratch, "app");
  const files = await buildImage(root, {
    entry: "src/main.ts",
    scratch: join(root, `.bench-${process.pid}`),
    minify: true,
  });
  for (const { path, contents } of files) {
    mkdirSync(dirname(join(app, path)), { recursive: true });
    writeFileSync(join(app, path), contents);
  }
  symlinkSync(join(root, "node_modules"), join(app, "node_modules"));
  const inputs = join(scratch, "inputs");
  mkdirSync(inputs);
  for (const name of ["xTrain", "xTest"])
    cpSync(join(run, "load-and-split-dataset", `${name}.arrow`), join(inputs, name));
  const parameters = join(scratch, "parameters.json");
  writeFileSync(parameters, "null");
  const call = [
    "step",
    "feature-scaling",
    parameters,
    "--inputs",
    inputs,
    "--outputs",
    join(scratch, "outputs"),
  ];

  // As the Dockerfile does.
  mkdirSync(join(app, "compile-cache"));
  console.log("\nProcessor time of one step of the image (feature-scaling), minimum and median");
  for (const node of nodes) {
    const commands = [
      [node, "-e", "0"],
      [node, join(app, "main.js"), "compile"],
      [node, join(app, "main.js"), ...call],
    ];
    const [bare, , step] = cpuSeconds(commands, rounds) ?? [];
    if (bare === undefined || step === undefined)
      return console.log("Skipped: measuring needs bash, which was not found.");
    const formatted = (seconds: number): string => `${(seconds * 1000).toFixed(0)} ms`;
    console.log(
      `${node}: node -e 0 ${formatted(bare.min)}, ${formatted(bare.median)}; step ${formatted(step.min)}, ${formatted(step.median)}; ` +
        `ratio ${(step.min / bare.min).toFixed(2)}, ${(step.median / bare.median).toFixed(2)}`,
    );
  }
}
