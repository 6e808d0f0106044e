import { secretInArguments } from "../../src/rules/best-practices/secret-in-arguments.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: secretInArguments,
  wrong: [
    {
      title: "a password after =",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            args: [--user=me, --password=hunter2]`),
      finds: [{ path: "spec.templates[0].container.args[1]", message: /--password.*\$\(PASSWORD\)/ }],
    },
    {
      title: "a key in the next word",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            command: [login, --api-key, abcdef]`),
      finds: [{ path: "spec.templates[0].container.command[2]", message: /--api-key/ }],
    },
  ],
  right: [
    {
      title: "a variable of the environment",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            args: [--password=$(PASSWORD), --token, $TOKEN]`),
    },
    {
      title: "options that only sound like it",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            args: [--token-file=/tmp/token, --secret, --verbose]`),
    },
  ],
};
