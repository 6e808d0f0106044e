import { dataFile, type NewProject, type OwnData } from "../project.js";
import { codeSpan } from "./markdown.js";

/** The README of a project with its own data. */
export function readme(project: NewProject, { inferred, positive }: OwnData): string {
  const { name, image } = project;
  const { features, target } = inferred;
  const columns = features.length === 1 ? "one column" : `${features.length} columns`;
  return `# ${name}

Predicts whether ${codeSpan(target.name)} is ${codeSpan(String(positive))} from ${columns} of [\`${dataFile(project)}\`](data/README.md): loads and
splits the data, scales numbers and encodes categories, trains a logistic regression, predicts and evaluates. Each step
is a typed function, the steps are wired into one DAG, and the same definition runs on a laptop and on Argo Workflows.

## Two commands

Node 20.19 or newer is all it takes.

\`\`\`sh
npm ci
npm start
\`\`\`

The run ends with the classification report and the paths of all outputs. Read \`runs/latest/evaluate/page.html\` first.

## Every day

| command | what it does |
|---|---|
| \`npm start\` | runs the pipeline |
| \`npm start -- --set C=0.1 --set testSize=0.3\` | changes parameters |
| \`npm start -- --set dataset=FILE\` | runs on another file of the same columns |
| \`npm run describe\` | lists workflows and steps with their inputs, outputs, ranges and defaults |
| \`npm run graph\` | shows the DAG |
| \`npx --no tiphys step evaluate --from-run latest\` | runs one step again on the last run's outputs |
| \`npm run yaml\` | prints the manifest for Argo |
| \`npm run lint\` | finds what Argo would refuse |
| \`npm test\` | lint, types, the project's tests |
| \`npm run test:engine\` | the engine's own tests, which take minutes: after an edit below \`packages/\` |
| \`npm run fix\` | formats, and fixes what lint can fix |
| \`npm run update-engine -- --from PATH-OR-URL\` | updates the engine, see [update](docs/how-to/update-the-engine.md) |

## Where things are

- [\`src/workflow.ts\`](src/workflow.ts): the DAG. [\`src/steps/\`](src/steps): one file per step.
- [\`src/dataset.ts\`](src/dataset.ts): the allowed values of each column. Every cell is checked.
- [\`src/evaluation/wording.ts\`](src/evaluation/wording.ts): the words on the evaluation's page.
- [\`data/README.md\`](data/README.md): the data. \`test/\`: the tests.
- \`packages/\`: the engine, Tiphys, with its linter and its library. Do not edit them, so that a later version can replace them.

## On Argo

\`\`\`sh
npm run build
docker build -t ${image}:0.1.0 .
docker push ${image}:0.1.0
npm run --silent yaml > workflow.yaml
argo submit --watch workflow.yaml
\`\`\`

The image's name is in \`package.json\`, under \`tiphys.image\`. [Run on Argo](docs/how-to/run-on-argo.md) says what
the cluster needs.

## How to

[Write a step](docs/how-to/write-a-step.md), [another model](docs/how-to/another-model.md), [wire a workflow](docs/how-to/wire-a-workflow.md),
[explore](docs/how-to/explore.md), [fan out and in](docs/how-to/fan-out-and-in.md), [ask a
person](docs/how-to/ask-a-person.md), [retry](docs/how-to/retry.md), [schedule](docs/how-to/schedule.md), [trigger by an
event](docs/how-to/trigger-by-event.md), [use secrets](docs/how-to/use-secrets.md), [keep data in
S3](docs/how-to/data-in-s3.md). [Architecture](docs/architecture.md).
`;
}
