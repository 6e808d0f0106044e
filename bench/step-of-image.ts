import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildImage } from "../packages/workflow/bin/build-image.js";
import { compare, type Result } from "./compare.js";
import { measure } from "./measure.js";

/**
 * Prints the processor time of one step as a pod runs it, compared with that of a Node that does nothing.
 * @param run directory of a run, whose artifacts the step reads
 * @param rounds number of counted rounds, ≥ 1
 */
export async function printStepOfImage(
  root: string,
  scratch: string,
  run: string,
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
  console.log("\nProcessor time of one step of the image (feature-scaling)");
  for (const node of nodesToMeasure()) {
    await measure([node, join(app, "main.js"), "compile"], root);
    const [bare, step] = await compare(
      [
        { name: "node -e 0", commands: [[node, "-e", "0"]] },
        { name: "step", commands: [[node, join(app, "main.js"), ...call]] },
      ],
      rounds,
      root,
    );
    if (bare === undefined || step === undefined) return;
    const milliseconds = ({ cpu }: Result): string => `${(cpu * 1000).toFixed(0)} ms`;
    console.log(
      `${node}: node -e 0 ${milliseconds(bare)}, step ${milliseconds(step)}, ratio ${(step.cpu / bare.cpu).toFixed(2)}`,
    );
  }
}

/** The Nodes that NODE_BINARIES lists, else this one. */
function nodesToMeasure(): string[] {
  const others = (process.env.NODE_BINARIES ?? "").split(":").filter((path) => path !== "");
  return others.length > 0 ? others : [process.execPath];
}
