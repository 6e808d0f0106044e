import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Candidate, timeCommands } from "./time-commands.js";

/** Times the linter on one big workflow and on many files; also `argo lint --offline`, if ARGO_CLI names the CLI. */
export function benchLint(rounds: number, root: string): void {
  const scratch = mkdtempSync(join(tmpdir(), "bench-lint-"));
  const inputs = [
    ["one manifest of three lines", small(scratch)],
    ["one workflow of 1,000 tasks", big(scratch)],
    ["200 files in one call", many(scratch, root)],
  ] as const;
  const argo = process.env.ARGO_CLI;
  const candidates = inputs.flatMap(([name, path]): Candidate[] => [
    { name, commands: [["node", "packages/workflow/bin/tiphys.js", "lint", "--quiet", path]] },
    ...(argo ? [{ name: `${name}, argo lint`, commands: [[argo, "lint", "--offline", path]] } as const] : []),
  ]);
  const seconds = timeCommands(candidates, rounds, root);
  rmSync(scratch, { recursive: true, force: true });
  const step = argo ? 2 : 1;
  console.log(`\nLint: median of ${rounds} rounds\n`);
  console.log(
    `${"".padEnd(40)}${"seconds".padStart(9)}${argo ? "argo lint".padStart(13) : ""}${argo ? "ratio".padStart(9) : ""}`,
  );
  for (const [i, [name]] of inputs.entries()) {
    const ours = seconds[i * step] ?? Number.NaN;
    const theirs = seconds[i * step + 1] ?? Number.NaN;
    const compared = argo ? [theirs.toFixed(2).padStart(13), (ours / theirs).toFixed(2).padStart(9)] : [];
    console.log([name.padEnd(40), ours.toFixed(2).padStart(9), ...compared].join(""));
  }
}

const head = ["apiVersion: argoproj.io/v1alpha1", "kind: Workflow", "metadata: { generateName: big- }"];

/** A minimal manifest: measures the start. */
function small(scratch: string): string {
  const file = join(scratch, "small.yaml");
  const spec = "spec: { entrypoint: a, templates: [{ name: a, suspend: {} }] }";
  writeFileSync(file, `${[...head, spec].join("\n")}\n`);
  return file;
}

/** Tasks that each read the results of two earlier ones: more than one DAG should have, but such DAGs exist. */
function big(scratch: string): string {
  const file = join(scratch, "big.yaml");
  const tasks = Array.from({ length: 1_000 }, (_, i) => {
    const before = [i - 1, i - 7].filter((task) => task >= 0);
    const text = before.map((task) => `{{tasks.t${task}.outputs.result}}`).join(" ");
    return [
      `          - name: t${i}`,
      ...(before.length === 0
        ? []
        : [`            depends: ${before.map((task) => `t${task}`).join(" && ")}`]),
      "            template: echo",
      `            arguments: { parameters: [{ name: text, value: "${text}" }] }`,
    ].join("\n");
  });
  const templates = [
    "spec:",
    "  entrypoint: main",
    "  templates:",
    "    - name: main",
    "      dag:",
    "        tasks:",
    ...tasks,
    "    - name: echo",
    "      inputs: { parameters: [{ name: text }] }",
    '      container: { image: "busybox:1.37", command: [echo, "{{inputs.parameters.text}}"] }',
  ];
  writeFileSync(file, `${["# lint-ignore-document too-many", ...head, ...templates].join("\n")}\n`);
  return file;
}

/** Copies of the examples' workflows, about 200 lines each. */
function many(scratch: string, root: string): string {
  const folder = mkdtempSync(join(scratch, "many-"));
  const examples = readdirSync(join(root, "examples"))
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => readFileSync(join(root, "examples", file), "utf8"))
    .filter((text) => !/WorkflowTemplate|CronWorkflow|templateRef/.test(text));
  for (let i = 0; i < 200; i++) {
    writeFileSync(join(folder, `${i}.yaml`), examples[i % examples.length] ?? "");
  }
  return folder;
}
