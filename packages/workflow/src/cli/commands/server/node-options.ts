import { type Command, Option } from "commander";

/** Flags that select the nodes of a workflow to show. */
export interface NodeFlags {
  readonly status?: string;
  readonly nodeFieldSelector?: string;
}

/** Adds the flags. */
export function addNodeOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--status <phase>", "only nodes in this phase").choices([
        "Pending",
        "Running",
        "Succeeded",
        "Skipped",
        "Failed",
        "Error",
      ]),
    )
    .option(
      "--node-field-selector <selector>",
      "only matching nodes, such as displayName=train or phase!=Succeeded; separate several by commas",
    );
}
