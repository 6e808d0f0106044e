import { printable } from "@tiphys/argo-lint/text";
import { type Command, Option } from "commander";
import type { WorkflowsService } from "../../../argo/client/index.js";
import { omitUndefined } from "../../../definition/omit-undefined.js";
import { collectPair } from "../../options/option-parsers.js";
import { addConnectionOptions, type ConnectionFlags, withService } from "../../server/connection.js";
import { rememberSubmission, workflowName } from "../../server/last-submission.js";

interface ActionFlags extends ConnectionFlags {
  readonly message?: string;
  readonly nodeFieldSelector?: string;
  readonly restartSuccessful?: true;
  readonly memoized?: true;
  readonly set?: readonly [string, string][];
}

/** An action on one workflow. Returns the line that reports it. */
type Action = (service: WorkflowsService, name: string, flags: ActionFlags) => Promise<string>;

const nodes = new Option(
  "--node-field-selector <selector>",
  "only matching nodes, such as displayName=train or inputs.parameters.fold.value=3",
);
const parameters = new Option(
  "--set <name=value>",
  "another value for a parameter; may be repeated",
).argParser(collectPair("--set"));

const actions: readonly { name: string; description: string; options: readonly Option[]; act: Action }[] = [
  {
    name: "retry",
    description: "run the failed steps of a workflow again, and the steps after them",
    options: [
      new Option("--restart-successful", "also restart succeeded nodes that the selector matches"),
      nodes,
      parameters,
    ],
    async act(service, name, { restartSuccessful, nodeFieldSelector, set }) {
      const { metadata } = await service.retryWorkflow(name, {
        ...omitUndefined({ restartSuccessful, nodeFieldSelector }),
        ...(set === undefined ? {} : { parameters: Object.fromEntries(set) }),
      });
      return `workflow ${metadata.name} retried`;
    },
  },
  {
    name: "resubmit",
    description: "submit a finished workflow again as a new one",
    options: [new Option("--memoized", "reuse its succeeded steps"), parameters],
    async act(service, name, { memoized, set }) {
      const { metadata } = await service.resubmitWorkflow(name, {
        ...omitUndefined({ memoized }),
        ...(set === undefined ? {} : { parameters: Object.fromEntries(set) }),
      });
      rememberSubmission({ name: metadata.name, namespace: service.connection.namespace });
      return `workflow ${name} resubmitted as ${metadata.name}`;
    },
  },
  {
    name: "stop",
    description: "stop a workflow; its exit handler runs",
    options: [new Option("--message <text>", "reason, for the record")],
    async act(service, name, { message }) {
      const { metadata } = await service.stopWorkflow(name, message === undefined ? {} : { message });
      return `workflow ${metadata.name} stopped`;
    },
  },
  {
    name: "terminate",
    description: "stop a workflow immediately; its exit handler does not run",
    options: [],
    async act(service, name) {
      const { metadata } = await service.terminateWorkflow(name);
      return `workflow ${metadata.name} terminated`;
    },
  },
  {
    name: "suspend",
    description: "pause a workflow until it is resumed",
    options: [],
    async act(service, name) {
      const { metadata } = await service.suspendWorkflow(name);
      return `workflow ${metadata.name} suspended`;
    },
  },
  {
    name: "delete",
    description: "delete a workflow and its pods from the cluster; artifacts are kept",
    options: [],
    async act(service, name) {
      await service.deleteWorkflow(name);
      return `workflow ${name} deleted`;
    },
  },
];

/** Commands that act on submitted workflows: `retry`, `resubmit`, `stop`, `terminate`, `suspend`, `delete`. */
export function addActionCommands(program: Command): void {
  for (const { name, description, options, act } of actions) {
    const command = program
      .command(name)
      .description(description)
      .argument("[workflows...]", "names, or @latest (default: the workflow submitted last)");
    for (const option of options) command.addOption(option);
    addConnectionOptions(command).action(async (names: string[], flags: ActionFlags) => {
      await withService(flags, async (service) => {
        const targets = names.length === 0 ? [workflowName(undefined, service.connection.namespace)] : names;
        for (const workflow of targets) console.log(printable(await act(service, workflow, flags)));
      });
    });
  }
}
