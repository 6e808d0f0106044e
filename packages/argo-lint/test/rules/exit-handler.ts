import { exitHandlerRule } from "../../src/rules/structure/exit-handler.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: exitHandlerRule,
  wrong: [
    {
      title: "an exit handler that does not exist",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37
        - name: clean-up
          container:
            image: busybox:1.37`,
        `
        onExit: cleanup`,
      ),
      finds: [{ path: "spec.onExit", message: /"cleanup".*Did you mean "clean-up"/ }],
    },
  ],
  right: [
    {
      title: "an exit handler that exists",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37
        - name: clean-up
          container:
            image: busybox:1.37`,
        `
        onExit: clean-up`,
      ),
    },
  ],
};
