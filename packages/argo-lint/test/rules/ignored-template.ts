import { ignoredTemplate } from "../../src/rules/structure/ignored-template.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: ignoredTemplate,
  wrong: [
    {
      title: "a template beside an inline one",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                template: wait
                inline:
                  suspend: {}
        - name: wait
          suspend: {}`),
      finds: [{ path: "spec.templates[0].steps[0][0].template", message: /ignores the template/ }],
    },
  ],
  right: [
    {
      title: "an inline template alone",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                inline:
                  suspend: {}`),
    },
  ],
};
