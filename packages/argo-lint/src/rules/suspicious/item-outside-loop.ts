import { templateDisplayName } from "../../model/display-name.js";
import { isLoop, type TemplateNode } from "../../model/manifest.js";
import { variablesOfCall, variablesOfTexts } from "../../model/scopes/variables-of-call.js";
import { isLeaf } from "../../model/template-type.js";
import { variableTextsOf } from "../../model/texts.js";
import { defineRule } from "../../rule.js";

export const itemOutsideLoop = defineRule({
  name: "item-outside-loop",
  severity: "warning",
  summary:
    "{{item}} is used in a task or step that is a loop. Anywhere else it is not replaced, and the text {{item}} itself is used.",
  call(call, report) {
    if (isLoop(call) || isInLoop(call.caller)) return;
    for (const { name, tag, path } of variablesOfCall(call)) {
      if (!isItem(name) || path[call.path.length] === "inline") continue;
      // In a DAG, argo lint refuses a key of an item without a loop.
      if (name !== "item" && call.kind === "task" && tag.startsWith("{{") && !tag.startsWith("{{=")) continue;
      if (name !== "item" && call.kind === "step" && !afterLoop(call.caller, call)) continue;
      report({
        at: path,
        part: tag,
        message: `${name}: ${call.kind} "${call.name}" is not a loop, so it has no item.`,
        fix: "Add withItems or withParam, or remove the tag.",
      });
    }
  },
  template(node, report) {
    if (!isLeaf(node) || isInLoop(node)) return;
    for (const { name, tag, path } of variablesOfTexts(variableTextsOf(node.template, node.path))) {
      // argo lint refuses the others.
      if (name !== "item") continue;
      report({
        at: path,
        part: tag,
        message: `item: ${templateDisplayName(node)} may be called once for each item, but sees only its inputs.`,
        fix: `Declare an input parameter, and pass "{{item}}" as an argument in the task or step with the loop.`,
      });
    }
  },
});

function isItem(name: string): boolean {
  return name === "item" || name.startsWith("item.");
}

/** Whether it is an inline template, at any depth, of a loop: Argo replaces its items too. */
function isInLoop({ holder }: TemplateNode): boolean {
  return holder !== undefined && (isLoop(holder) || isInLoop(holder.caller));
}

/** Whether a step follows a loop: then argo lint accepts the keys of that loop's items. */
function afterLoop({ calls }: TemplateNode, call: TemplateNode["calls"][number]): boolean {
  return calls.slice(0, calls.indexOf(call)).some(isLoop);
}
