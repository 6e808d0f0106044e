import { noAncestor } from "../../messages/describe-call-variable.js";
import { suggest } from "../../messages/suggestions.js";
import { endsBefore } from "../../model/dependencies.js";
import type { Call } from "../../model/manifest.js";
import type { Path } from "../../model/path.js";
import { unresolvedOfCall } from "../../model/scopes/unresolved-of-call.js";
import { defineRule } from "../../rule.js";

/** An argument that begins with a variable of a task. */
interface TakenFrom {
  readonly name: string;
  readonly tag: string;
  readonly path: Path;
}

export const missingDependency = defineRule({
  name: "missing-dependency",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "A task that takes a parameter or an artifact from another task depends on that task, directly or through others. Otherwise both might start at once.",
  call(call, report) {
    if (call.kind !== "task") return;
    const { calls } = call.caller;
    for (const { name, tag, path } of takenFrom(call)) {
      if (endsBefore(name, call) || isUnresolved(call, path, tag)) continue;
      const found = calls.find((task) => task.name === name);
      if (found !== undefined) report({ at: path, part: tag, ...noAncestor(tag, found, call) });
      else if (/^\{\{tasks\.name\b/.test(tag)) {
        const message = `${tag} cannot begin an argument: Argo takes it for the output of a task named "name".`;
        report({ at: path, part: tag, message, fix: `Write "${call.name}" itself.` });
      } else {
        const message = `${tag}: this DAG has no task "${name}".`;
        const names = calls.map((task) => task.name);
        // An unknown name is an unresolved variable; this is only for a missing name.
        if (name === "") report({ at: path, part: tag, message, fix: suggest(name, names, "Name a task.") });
      }
    }
  },
});

/** Whether it is an error already. */
function isUnresolved(call: Call, path: Path, tag: string): boolean {
  return unresolvedOfCall(call).some(
    (unresolved) => unresolved.tag === tag && samePath(unresolved.path, path),
  );
}

function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((part, i) => part === b[i]);
}

/** Source: validateDAGTaskArgumentDependency in workflow/validate/validate.go, which checks only the beginning. */
function takenFrom({ value, path }: Call): TakenFrom[] {
  const parameters = (value.arguments?.parameters ?? []).map((parameter, i) => ({
    text: parameter.value,
    path: [...path, "arguments", "parameters", i, "value"],
  }));
  const artifacts = (value.arguments?.artifacts ?? []).map((artifact, i) => ({
    text: artifact.from,
    path: [...path, "arguments", "artifacts", i, "from"],
  }));
  return [...parameters, ...artifacts].flatMap(({ text, path: at }) => {
    if (typeof text !== "string" || !text.startsWith("{{tasks.")) return [];
    const name = text.split(".")[1] ?? "";
    const tag = /^\{\{[^}]*\}\}/.exec(text)?.[0] ?? text;
    return [{ name, tag, path: at }];
  });
}
