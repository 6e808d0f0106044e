import { isLoop } from "../../model/call.js";
import {
  type CallVariable,
  variablesOfCall,
  variablesOfTexts,
} from "../../model/scopes/variables-of-call.js";
import type { TemplateNode } from "../../model/template-node.js";
import { variableTextsOf } from "../../model/texts.js";
import { defineRule, type Reporter } from "../../rule.js";

export const artifactOfLoop = defineRule({
  name: "artifact-of-loop",
  severity: "warning",
  summary:
    "Nothing takes an artifact from a loop. Argo collects the parameters of a loop into a list, but not its artifacts: argo lint accepts it, and the workflow fails.",
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
      message: `${found.kind} "${found.name}" is a loop, so that its artifact "${artifact}" exists once for each item, and none of them can be taken.`,
      fix: "Store each under a key of its own with {{item}} in it, and read their folder; or call a DAG with all that needs the artifact for each item.",
    });
  }
}
