import { declaredDependencies, taskOf } from "../../model/dependencies.js";
import { callDisplayName } from "../../model/display-name.js";
import { isLoop } from "../../model/manifest.js";
import { defineRule } from "../../rule.js";

export const dependsItems = defineRule({
  name: "depends-items",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "`AnySucceeded` and `AllFailed` refer to the items of a task with withItems, withParam or withSequence.",
  call(call, report) {
    for (const [name, kind] of declaredDependencies(call)) {
      const task = taskOf(call.caller, name);
      if (kind !== "items" || task === undefined || isLoop(task)) continue;
      report({
        at: [...call.path, "depends"],
        part: name,
        message: `The ${callDisplayName(call)} refers to the items of "${name}", which is not a loop.`,
        fix: `Write ${name}.Succeeded or ${name}.Failed, or give "${name}" withItems, withParam or withSequence.`,
      });
    }
  },
});
