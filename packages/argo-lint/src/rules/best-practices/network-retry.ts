import { capitalize } from "../../messages/phrases.js";
import { mainContainersOf } from "../../model/containers.js";
import { templateDisplayName } from "../../model/display-name.js";
import type { TemplateNode } from "../../model/manifest.js";
import { defineRule } from "../../rule.js";

const programs = [
  "curl",
  "wget",
  "aws",
  "gsutil",
  "gcloud",
  "rclone",
  "git clone",
  "git fetch",
  "git pull",
  "git push",
];
/** One of the programs at the beginning of a command. Bounded, to avoid quadratic time in a long text. */
const call = new RegExp(
  `(?:^|[\\n;&|(]|\\bthen|\\bdo)\\s{0,100}(?:[^\\s;&|(]{0,100}/)?(${programs.join("|").replaceAll(" ", "\\s+")})\\s`,
  "i",
);

export const networkRetry = defineRule({
  name: "network-retry",
  severity: "note",
  summary:
    "A template that uses the network has a retryStrategy, its own or that of templateDefaults or the workflow.",
  template(node, report) {
    const { template, manifest, path } = node;
    const { spec } = manifest;
    if (template.retryStrategy ?? spec.templateDefaults?.retryStrategy ?? spec.retryStrategy) return;
    const use = networkUse(node);
    if (use === undefined) return;
    report({
      at: path,
      message: `${capitalize(templateDisplayName(node))} ${use} and is not retried: a short network failure fails the workflow.`,
      fix: 'Add retryStrategy: {limit: "3", retryPolicy: Always, backoff: {duration: 10s, factor: "2"}}.',
    });
  },
});

function networkUse(node: TemplateNode): string | undefined {
  const { template } = node;
  if (template.http !== undefined) return "sends an HTTP request";
  const artifact = template.inputs?.artifacts?.find(
    ({ http, git }) => http !== undefined || git !== undefined,
  );
  if (artifact !== undefined)
    return `downloads "${artifact.name ?? ""}" from ${artifact.git === undefined ? "the web" : "git"}`;
  for (const { container } of mainContainersOf(node)) {
    const words = [...(container.command ?? []), ...(container.args ?? [])];
    const texts = [
      words.join(" "),
      ...words,
      container === template.script ? (template.script?.source ?? "") : "",
    ];
    const found = texts.map((text) => call.exec(`${text} `)?.[1]).find((name) => name !== undefined);
    if (found !== undefined && !texts.some((text) => /--(retry|tries)\b/.test(text))) return `calls ${found}`;
  }
  return undefined;
}
