import { pluginKey } from "../../src/rules/structure/plugin-key.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: pluginKey,
  wrong: [
    {
      title: "a plugin with two keys",
      manifest: workflow(`
        - name: main
          plugin:
            hello: {}
            world: {}`),
      finds: [{ path: "spec.templates[0].plugin", message: /2 keys/ }],
    },
    {
      title: "a plugin without a key",
      manifest: workflow(`
        - name: main
          plugin: {}`),
      finds: [{ path: "spec.templates[0].plugin", message: /no key/ }],
    },
  ],
  right: [
    {
      title: "a plugin with one key",
      manifest: workflow(`
        - name: main
          plugin:
            hello: {}`),
    },
  ],
};
