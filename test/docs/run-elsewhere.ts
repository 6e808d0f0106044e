import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project-copy.js";

/** Commands that another file runs: the file, and its text that does. */
const byFile: Readonly<Record<string, readonly [file: string, text: string]>> = {
  "npm ci": [".ci/run", "npm ci"],
  "npm ci --omit=dev --cpu=…": ["Dockerfile", 'npm ci --ignore-scripts --omit=dev --os=linux --cpu="$cpu"'],
  "npm test": [".ci/run", "npm test"],
  "npm run test:large": [".ci/run", "npm run --silent test:large"],
  "npm run check": ["package.json", '"test": "npm run --silent check'],
  "npm run coverage": [".ci/run", "run --silent coverage"],
  "npm run bench": [".ci/run", "npm run --silent bench"],
  "npm run bench -- --rows 1e7": [".ci/run", "npm run --silent bench -- --rows 1e5"],
  "npm run bench -- --rows 1e6": [".ci/run", "npm run --silent bench -- --rows 1e5"],
  "npm run e2e": [".ci/run", "npm run --silent e2e"],
  "npm run image": [".ci/run", "npm run --silent image"],
  "npm run pack": ["scripts/pack/test/pages.test.ts", '"npm run pack "'],
  "npm run test:packages": [".ci/run", "npm run --silent test:packages"],
  "npx knip@6.44.2": [".ci/run", "knip/bin/knip.js"],
  "npm run bump": ["scripts/version/test/bump.test.ts", "every file gets the version"],
  "npm run bump -- 0.2.0": ["scripts/version/test/bump.test.ts", "every file gets the version"],
  "npm version minor": ["test/github/version.test.ts", "npm version minor"],
  "npm pkg set tiphys.image=ghcr.io/your-name/churn": [
    "test/github/version.test.ts",
    "npm pkg set tiphys.image=",
  ],
  "npm audit": [".github/workflows/security.yml", "npm audit"],
  "npm run image:pin": [".github/workflows/ci.yml", "npm run --silent image:pin"],
  "npm run e2e:image": [".ci/run", "npm run --silent e2e:image"],
  "npm run image:smoke": [".ci/run", "npm run --silent image:smoke"],
  "npm run examples:update": [".ci/run", "npm run --silent examples:update"],
  "npm run lint:docs": [".ci/run", "npm run --silent lint:docs"],
  "npm run wasm": [".ci/run", "npm run --silent wasm"],
  "npm run release": ["test/github/release-commands.test.ts", "npm run --silent release"],
  "npm start -- --set model=gaussian-naive-bayes": [
    "test/docs/another-model.test.ts",
    "npm start -- --set model=gaussian-naive-bayes",
  ],
  "npm install": ["package.json", '"coverage": "npm install'],
  "npm start -- --isolated": ["test/docs/readme.test.ts", "every command works as shown"],
  "npm start -- --resume": ["packages/workflow/test/cli/program/resume.test.ts", '"--resume"'],
  "npx tsx\nexplore.ts": ["test/docs/explore.test.ts", "npx --no tsx"],
  "node --import tsx": ["test/docs/type-into-repl.ts", '"--import", "tsx"'],
  "node /app/main.js pod PLAN": ["packages/workflow/test/cli/pod/run-pod.test.ts", '[program, "pod", file,'],
  "node /app/main.js step NAME PARAMS_FILE": ["e2e/image.test.ts", '"node", "/app/main.js"'],
};

/** Commands that no test can run, and what they need. A page that shows one must say so. */
const needs: readonly (readonly [command: RegExp, what: string])[] = [
  [/^(kind|kubectl|argo|curl) /, "a cluster of one's own"],
  [/^npx --no tiphys (submit|list|get|watch|logs|cp|resume|retry|stop|delete|template|cron)\b/, "a cluster"],
  [/^npx --no tiphys step \S+ --from-run friday$/, "what a cluster made"],
  [/^npm run data -- push (\S+ --workflow \S+ )?--store s3:/, "a bucket of one's own"],
  [/^aws /, "a bucket of one's own"],
  [/^(gh|git push) /, "a repository on GitHub"],
  [/^helm /, "helm"],
  [/^docker |^npm run image -- (--tag|--prebuilt|-- )|^npm start -- --image /, "docker, podman or buildah"],
  [/^(export )?[A-Z_0-9]+=/, "nothing: it sets a variable for the commands behind it"],
];

/** Commands that make projects of the template or update them: `npm run test:init` runs them. */
const ofTheTemplate = /^npm run (init|test:init)\b|^npm test && npm start$/;

/** Commands of create-tiphys, and in a project that it made: `npm run test:packages` runs them. */
const ofAProject =
  /^npm create tiphys(@latest)?\b|^npx --package \S*create-tiphys-\S+\.tgz |^npm update$|^cd churn$|^git reset --hard$/;

/** The file or script that runs a command which is not run like the others. */
export function runElsewhere(line: string): string | undefined {
  const command = line.replace(/ +#.*$/, "");
  if (ofTheTemplate.test(command)) return "npm run test:init";
  return ofAProject.test(command) ? "npm run test:packages" : byFile[command]?.[0];
}

/** What a command needs that is not available in tests. */
export function whatItNeeds(line: string): string | undefined {
  return needs.find(([command]) => command.test(line))?.[1];
}

/** Commands of the list above, to check that the pages still show them. */
export const knownElsewhere = Object.keys(byFile);

/** The commands of such a list whose file no longer contains the text. */
export function notRunElsewhere(list: typeof byFile = byFile): string[] {
  return Object.entries(list).flatMap(([command, [file, text]]) => {
    const path = join(projectRoot, file);
    return existsSync(path) && readFileSync(path, "utf8").includes(text) ? [] : [command];
  });
}
