import { isLoop, type TemplateNode } from "../../model/manifest.js";
import {
  type CallVariable,
  variablesOfCall,
  variablesOfTexts,
} from "../../model/scopes/variables-of-call.js";
import { variableTextsOf } from "../../model/texts.js";
import { defineRule, type Reporter } from "../../rule.js";

export const artifactOfLoop = defineRule({
  name: "artifact-of-loop",
  severity: "warning",
  summary:
    "Nothing reads an artifact of a loop. Argo collects the parameters of a loop into a list, but not its artifacts: argo lint accepts it, and the workflow fails.",
  call(call, report) {
    check(call.caller, variablesOfCall(call), report);
  },
  template(node, report) {
    check(node, variablesOfTexts(variableTextsOf(node.template.outputs, [...node.path, "outputs"])), report);
  },
});

function check({ calls }: TemplateNode, variables: readonly CallVariable[], report: Reporter): void {
  for (const { name, tag, path } of variables) {
    const [root, of, outputs, artifacts, artifact] = name.split(".");
    if (outputs !== "outputs" || artifacts !== "artifacts") continue;
    const found = calls.find((call) => call.prefix === root && call.name === of);
    if (found === undefined || !isLoop(found)) continue;
    report({
      at: path,
      part: tag,
      message: `${found.kind} "${found.name}" is a loop, so its artifact "${artifact}" exists once for each item, and none of them can be read.`,
      fix: "Store each under a key that contains {{item}}, and read their folder; or call, for each item, a DAG that contains all tasks that need the artifact.",
    });
  }
}
