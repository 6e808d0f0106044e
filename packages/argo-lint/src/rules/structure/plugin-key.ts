import { templateDisplayName } from "../../model/display-name.js";
import { defineRule } from "../../rule.js";

/** Source: Plugin.UnmarshalJSON in pkg/apis/workflow/v1alpha1/plugin_types.go. */
export const pluginKey = defineRule({
  name: "plugin-key",
  severity: "error",
  refusedBy: "argo lint",
  summary: "The plugin of a plugin template has exactly one key: the name of the plugin.",
  template(node, report) {
    const { plugin } = node.template;
    if (plugin === undefined) return;
    const keys = Object.keys(plugin);
    if (keys.length === 1) return;
    report({
      at: [...node.path, "plugin"],
      message: `The plugin of ${templateDisplayName(node)} has ${keys.length === 0 ? "no key" : `${keys.length} keys`}; Argo expects one.`,
      fix: "Write one key, the plugin's name, and its settings below.",
    });
  },
});
