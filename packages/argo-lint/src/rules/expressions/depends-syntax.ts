import { type Expression, nodesOf, parseExpression } from "../../expression/index.js";
import { callDisplayName } from "../../model/display-name.js";
import { fillParameters } from "../../model/fill-parameters.js";
import { defineRule } from "../../rule.js";

export const dependsSyntax = defineRule({
  name: "depends-syntax",
  severity: "error",
  refusedBy: "controller",
  summary:
    "`depends` consists of tasks, &&, ||, ! and parentheses. Argo evaluates it only when the tasks have ended, and then the workflow fails.",
  call(call, report) {
    if (call.kind !== "task") return;
    const text = fillParameters(call.value.depends ?? "", call.caller.manifest);
    if (text === "" || text.includes("{{")) return;
    const at = [...call.path, "depends"];
    const fix = "Write a condition such as a.Succeeded && (b || !c.Failed).";
    // A hyphen in a name becomes an underscore, as in Argo.
    const { ast, error } = parseExpression(text.replaceAll("-", "_"));
    if (error !== undefined) {
      const { message, offset } = error;
      const place = `at character ${offset + 1}`;
      report({
        at,
        message: `The depends of ${callDisplayName(call)} cannot be read: ${message} (${place}).`,
        fix,
      });
      return;
    }
    const strange = [...nodesOf(ast)].find((node) => !isCondition(node));
    if (strange === undefined) return;
    const part = text.slice(strange.start, strange.end);
    report({
      at,
      part,
      message: `The depends of ${callDisplayName(call)} is not a condition on tasks: it contains ${part}.`,
      fix,
    });
  },
});

function isCondition(node: Expression): boolean {
  switch (node.kind) {
    case "identifier":
    case "member":
    case "conditional":
    case "pointer":
      return true;
    case "string":
      return /^[A-Z][a-zA-Z]+$/.test(node.value);
    case "unary":
      return node.operator === "!" || node.operator === "not";
    case "binary":
      return ["&&", "||", "and", "or", "==", "!="].includes(node.operator);
    default:
      return false;
  }
}
