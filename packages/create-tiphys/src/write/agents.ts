import type { NewProject } from "../answers/answers.js";
import { dataFile } from "../answers/data-file.js";
import { packageFolder } from "./links-to-packages.js";

/** `AGENTS.md` of a project: how to work in it, for coding assistants. */
export function agents(project: NewProject): string {
  return `# Working in this project

A machine-learning pipeline in TypeScript: typed steps in \`src/steps/\`, wired into one DAG in \`src/workflow.ts\`. The same
definition runs on this machine and compiles to an Argo Workflow.

## Commands

| command | when |
|---|---|
| \`npm start\` | runs the pipeline: about a second on a thousand rows |
| \`npm start -- --set NAME=VALUE\` | with another parameter; \`npm run describe\` lists them |
| \`npm run predict -- --set rows=FILE\` | scores the rows of a CSV file with the newest model |
| \`npx --no tiphys step STEP --from-run latest\` | one step again, on the last run's files |
| \`npm run check\` | lint and types: after every edit, some seconds |
| \`npm run fix\` | formats |
| \`npm test\` | all checks and tests: before every commit |
| \`npm run --silent yaml\` | prints the manifest |
| \`npm run lint -- --strict\` | checks the manifest |
| \`npx --no tiphys help COMMAND\` | all options of a command |

Exit codes: 0 succeeded, 1 failed, 2 wrong usage, 3 incomplete, 75 a server or store cannot be reached, 130 interrupted.

## Where things are

- \`src/workflow.ts\`: the DAG. \`src/predict-workflow.ts\`: scores new rows. \`src/steps/*.ts\`: one step per file, with typed inputs and outputs. \`src/dataset.ts\`: the
  contract of \`${dataFile(project)}\`. \`src/preprocessing.ts\`, \`src/model.ts\`: schemas of what steps pass on.
- \`src/evaluation/\`: the HTML report. \`src/release.ts\`: what a release must reach.
- \`test/\`: vitest. A step is a plain function: \`await step.run(inputs)\`.
- \`runs/latest/\`: the last run. \`run.json\` is its record; each task has a folder with its artifacts.
- Types and docstrings of the engine: \`node_modules/@tiphys/*/dist/*.d.ts\`. Pages: \`docs/how-to/\` and
  \`${packageFolder}/docs/how-to/\`; examples: \`${packageFolder}/examples/\`.

## Rules

- Wire steps by references (\`data.xTrain\`), never by strings. A wiring error is a type error: run \`npm run check\`.
- A step reads its inputs only, and returns its outputs: no files, network, clock or random numbers besides its parameters
  (\`randomState\`), so that the same inputs give the same bytes.
- Values between steps have a codec: \`json(schema)\`, \`table\`, \`column\`, \`text\`, \`png\`, \`html\`, \`file\`.
- A new column is added to the contract in \`src/dataset.ts\`; every cell is checked when it is loaded.
- A user's mistake is thrown as \`UsageError\` or \`ContractError\`: where, what was found, what was expected, how to fix it.

## Never edit

- \`node_modules/\`, \`runs/\`, \`dist/\`, \`package-lock.json\`: npm and the commands write them.
- \`.tiphys.json\`: updates read it.
- Manifests: \`npm run yaml\` prints them from the definition.${project.packages === "vendor" ? "\n- `vendor/`: the engine's packages; updates replace them." : ""}
`;
}
