import { examples } from "./all.js";

/** Whether `run` is called without the name of an example: alone, or with options only. */
export function namesNoExample([command, ...args]: readonly string[]): boolean {
  if (command !== "run" || args.includes("--help") || args.includes("-h")) return false;
  return args[0]?.startsWith("-") ?? true;
}

/** Prints the examples with their descriptions. */
export function listExamples(): void {
  const width = Math.max(...examples.map(({ name }) => name.length));
  console.log("npm run example NAME, where NAME is one of:\n");
  for (const { name, workflow } of examples)
    console.log(`  ${name.padEnd(width)}  ${workflow.description ?? ""}`);
}
