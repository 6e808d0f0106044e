import { useOneOf } from "../../messages/suggestions.js";
import { templateDisplayName } from "../../model/display-name.js";
import { fillInputs } from "../../model/fill-parameters.js";
import { hasTag } from "../../model/tags.js";
import { defineRule } from "../../rule.js";

const actions = ["get", "create", "apply", "delete", "replace", "patch"];

export const resourceAction = defineRule({
  name: "resource-action",
  severity: "error",
  refusedBy: "argo lint",
  summary: `The action of a resource template is one of ${actions.join(", ")}.`,
  template(node, report) {
    const { resource } = node.template;
    if (resource === undefined) return;
    const action = fillInputs(resource.action ?? "", node);
    if (actions.includes(action) || hasTag(action)) return;
    report({
      at: [...node.path, "resource", ...(action === "" ? [] : ["action"])],
      message:
        action === ""
          ? `The resource of ${templateDisplayName(node)} has no action.`
          : `The action "${action}" of ${templateDisplayName(node)} is not known.`,
      fix: useOneOf(action, actions),
    });
  },
});
