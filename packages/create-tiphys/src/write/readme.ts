import { join } from "node:path/posix";
import type { NewProject } from "../answers/answers.js";
import { dataFile } from "../answers/data-file.js";
import { packageFolder } from "./links-to-packages.js";
import { codeSpan } from "./markdown.js";

/** The README of a project. */
export function readme(project: NewProject): string {
  const { name, image } = project;
  return `# ${name}

${aboutData(project)} from ${columnsOf(project)} of [\`${dataFile(project)}\`](data/README.md): loads and
splits the data, scales numbers and encodes categories, trains a logistic regression, predicts and evaluates. Each step
is a typed function, the steps are wired into one DAG, and the same definition runs on a laptop and on Argo Workflows.

## Quick start

You need Node 20.19 or newer.

\`\`\`sh
npm install
npm start
\`\`\`

The run ends with the classification report and the paths of all outputs. Read \`runs/latest/evaluate/page.html\` first.

## Common commands

| command | what it does |
|---|---|
| \`npm start\` | runs the pipeline |
| \`npm start -- --set C=0.1 --set testSize=0.3\` | changes parameters |
| \`npm start -- --set dataset=FILE\` | runs on another file of the same columns |
| \`npm run predict -- --set rows=FILE\` | scores new rows with the newest model: [score new rows](${join(packageFolder, "docs/how-to/score-new-rows.md")}) |
| \`npm run describe\` | lists workflows and steps with their inputs, outputs, ranges and defaults |
| \`npm run graph\` | prints the DAG |
| \`npx --no tiphys step evaluate --from-run latest\` | reruns one step on the last run's outputs |
| \`npm run yaml\` | prints the manifest for Argo |
| \`npm run lint\` | reports what Argo would refuse |
| \`npm test\` | lint, types, tests |
| \`npm run fix\` | formats, and applies the linter's fixes |
| \`npm update\` | installs newer versions of the packages; [update](docs/how-to/update.md) also brings the template's own files up to date |

## Where things are

- [\`src/workflow.ts\`](src/workflow.ts): the DAG. [\`src/steps/\`](src/steps): one file per step.
- [\`src/dataset.ts\`](src/dataset.ts): the allowed values of each column. Every cell is checked.
- [\`src/evaluation/wording.ts\`](src/evaluation/wording.ts): the words on the evaluation's page.
- [\`data/README.md\`](data/README.md): the data. \`test/\`: the tests.
- \`@tiphys/workflow\`, \`@tiphys/ml\` and \`@tiphys/argo-lint\` in \`package.json\`: the engine, called Tiphys after the
  helmsman of the Argo.${project.packages === "vendor" ? " Its packages lie in `vendor/`." : ""}
- \`.tiphys.json\`: what the project was made from, for updates. [\`AGENTS.md\`](AGENTS.md): how coding assistants work in it.

## On Argo

\`\`\`sh
npm run build
docker build -t ${image}:0.1.0 .
docker push ${image}:0.1.0
npm run --silent yaml > workflow.yaml
argo submit --watch workflow.yaml
\`\`\`

The image's name is in \`package.json\`, under \`tiphys.image\`. [Run on Argo](docs/how-to/run-on-argo.md) says what
the cluster needs; [from GitHub to a cluster](docs/how-to/from-github-to-a-cluster.md) sets up the workflows in \`.github/\`.

## How to

- [Write a step](docs/how-to/write-a-step.md), [use another model](docs/how-to/another-model.md),
  [explore the results](docs/how-to/explore.md), [update](docs/how-to/update.md).
- The engine's pages and examples are in its package, once it is installed:
${enginePages}
`;
}

function aboutData({ data }: NewProject): string {
  if (data === undefined) return "Predicts diabetes";
  return `Predicts whether ${codeSpan(data.inferred.target.name)} is ${codeSpan(String(data.positive))}`;
}

function columnsOf({ data }: NewProject): string {
  const count = data?.inferred.features.length ?? 8;
  return count === 1 ? "one column" : `${count} columns`;
}

const enginePages = [
  ["examples", "../../examples/README"],
  ["wire a workflow", "wire-a-workflow"],
  ["score new rows", "score-new-rows"],
  ["fan out and in", "fan-out-and-in"],
  ["ask a person", "ask-a-person"],
  ["retry", "retry"],
  ["schedule", "schedule"],
  ["trigger by an event", "trigger-by-event"],
  ["use secrets", "use-secrets"],
  ["keep data in S3", "data-in-s3"],
  ["run on an Argo Server", "run-on-a-server"],
  ["see results in Argo's UI", "see-results-in-argo-ui"],
  ["costs and clean-up", "costs-and-clean-up"],
  ["troubleshooting", "troubleshooting"],
]
  .map(([text, page = ""]) => `  - [${text}](${join(packageFolder, "docs/how-to", `${page}.md`)})`)
  .join("\n");
