import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Candidate, compare } from "./compare.js";
import { textTable } from "./result-table.js";

/** Times the linter on one big workflow and on many files; also `argo lint --offline`, if ARGO_CLI names the CLI. */
export async function benchLint(rounds: number, root: string, scratch: string): Promise<void> {
  const argo = process.env.ARGO_CLI;
  for (const [title, path] of [
    ["Linting one manifest of three lines", small(scratch)],
    ["Linting one workflow of 1,000 tasks", big(scratch)],
    ["Linting 200 files in one call", many(scratch, root)],
  ] as const) {
    const candidates: Candidate[] = [
      {
        name: "tiphys lint",
        commands: [
          [process.execPath, join(root, "packages/workflow/bin/tiphys.js"), "lint", "--quiet", path],
        ],
      },
      ...(argo === undefined || argo === ""
        ? []
        : [{ name: "argo lint", commands: [[argo, "lint", "--offline", path]] } satisfies Candidate]),
    ];
    console.log(`\n${textTable(title, await compare(candidates, rounds, root))}`);
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
