import { type Command, Option } from "commander";
import type { WorkflowsService } from "../../../argo/client/index.js";
import { printable } from "../../../definition/printable.js";
import { collectPair } from "../../pair-option.js";
import { addConnectionOptions, type ConnectionFlags } from "../../server/connection-options.js";
import { rememberSubmission, workflowName } from "../../server/last-submission.js";
import { withService } from "../../server/with-service.js";

interface ActionFlags extends ConnectionFlags {
  readonly message?: string;
  readonly nodeFieldSelector?: string;
  readonly restartSuccessful?: true;
  readonly memoized?: true;
  readonly set?: readonly [string, string][];
}

/** What is done with one workflow; gives the line that says so. */
type Action = (service: WorkflowsService, name: string, flags: ActionFlags) => Promise<string>;

const nodes = new Option(
  "--node-field-selector <selector>",
  "only nodes like this, such as displayName=train or inputs.parameters.fold.value=3",
);
const parameters = new Option(
  "--set <name=value>",
  "another value for a parameter; may be repeated",
).argParser(collectPair("--set"));

const actions: readonly { name: string; description: string; options: readonly Option[]; act: Action }[] = [
  {
    name: "retry",
    description: "run what has failed in a workflow once more, and what comes behind it",
    options: [
      new Option("--restart-successful", "nodes that succeeded too, where the selector names them"),
      nodes,
      parameters,
    ],
    async act(service, name, { restartSuccessful, nodeFieldSelector, set }) {
      const { metadata } = await service.retryWorkflow(name, {
        ...(restartSuccessful === undefined ? {} : { restartSuccessful }),
        ...(nodeFieldSelector === undefined ? {} : { nodeFieldSelector }),
        ...(set === undefined ? {} : { parameters: Object.fromEntries(set) }),
      });
      return `workflow ${metadata.name} retried`;
    },
  },
  {
    name: "resubmit",
    description: "submit a new workflow like one that ran",
    options: [new Option("--memoized", "take over what has succeeded in it"), parameters],
    async act(service, name, { memoized, set }) {
      const { metadata } = await service.resubmitWorkflow(name, {
        ...(memoized === undefined ? {} : { memoized }),
        ...(set === undefined ? {} : { parameters: Object.fromEntries(set) }),
      });
      rememberSubmission({ name: metadata.name, namespace: service.connection.namespace });
      return `workflow ${name} resubmitted as ${metadata.name}`;
    },
  },
  {
    name: "stop",
    description: "let a workflow start nothing more; its exit handler runs",
    options: [new Option("--message <text>", "why, for the record")],
    async act(service, name, { message }) {
      const { metadata } = await service.stopWorkflow(name, message === undefined ? {} : { message });
      return `workflow ${metadata.name} stopped`;
    },
  },
  {
    name: "terminate",
    description: "end a workflow at once; its exit handler does not run",
    options: [],
    async act(service, name) {
      const { metadata } = await service.terminateWorkflow(name);
      return `workflow ${metadata.name} terminated`;
    },
  },
  {
    name: "suspend",
    description: "let a workflow start nothing more until it is resumed",
    options: [],
    async act(service, name) {
      const { metadata } = await service.suspendWorkflow(name);
      return `workflow ${metadata.name} suspended`;
    },
  },
  {
    name: "delete",
    description: "remove a workflow and its pods from the cluster; artifacts stay",
    options: [],
    async act(service, name) {
      await service.deleteWorkflow(name);
      return `workflow ${name} deleted`;
    },
  },
];

/** Commands that do one thing with workflows that were submitted: `retry`, `resubmit`, `stop`, `terminate`, `suspend`, `delete`. */
export function addActionCommands(program: Command): void {
  for (const { name, description, options, act } of actions) {
    const command = program
      .command(name)
      .description(description)
      .argument("[workflows...]", "their names, or @latest; the one submitted last where left out");
    for (const option of options) command.addOption(option);
    addConnectionOptions(command).action(async (names: string[], flags: ActionFlags) => {
      await withService(flags, async (service) => {
        const meant = names.length === 0 ? [workflowName(undefined, service.connection.namespace)] : names;
        for (const workflow of meant) console.log(printable(await act(service, workflow, flags)));
      });
    });
  }
}
