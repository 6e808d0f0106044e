import type { Command } from "commander";
import type { ServerWorkflow, WorkflowsService } from "../../../argo/client/index.js";
import { describeSchema } from "../../../definition/describe-schema.js";
import { didYouMean } from "../../../definition/did-you-mean.js";
import { UsageError, UserError } from "../../../definition/errors.js";
import { checkParameterText, encodeParameter } from "../../../definition/parameter-text.js";
import { printable } from "../../../definition/printable.js";
import { askPerson } from "../../approve/ask-person.js";
import { collectPair } from "../../options/option-parsers.js";
import { onInterrupt } from "../../process/on-interrupt.js";
import type { Project } from "../../project/project.js";
import { addConnectionOptions, type ConnectionFlags, withService } from "../../server/connection.js";
import { workflowName } from "../../server/last-submission.js";
import { nodeFilterOf } from "../../server/node-selector.js";
import type { PendingApproval } from "../../server/resume/pending-approvals.js";

interface ResumeFlags extends ConnectionFlags {
  readonly set?: readonly [string, string][];
  readonly task?: string;
  readonly nodeFieldSelector?: string;
}

type Texts = Readonly<Record<string, string>>;

export function addResumeCommand(program: Command, project: Project): void {
  const command = program
    .command("resume")
    .description("answer a waiting workflow's questions and let it continue")
    .argument("[workflow]", "name, or @latest (default: the workflow submitted last)")
    .option(
      "--set <field=value>",
      "answer a field; may be repeated. A field without an answer takes its default, or is asked for on a terminal",
      collectPair("--set"),
    )
    .option("--task <id>", "which task, if several wait: review, or rounds/0/review")
    .option("--node-field-selector <selector>", "the same as an Argo selector, such as displayName=review");
  addConnectionOptions(command)
    .addHelpText(
      "after",
      `
If the workflow is one of this project's, answers are checked against the fields' schemas, otherwise only against the choices
in its manifest. A workflow that was suspended as a whole is resumed too.

Examples:
  npx --no pipeline resume
  npx --no pipeline resume @latest --set decision=publish --set note="looks good"`,
    )
    .action((name: string | undefined, flags: ResumeFlags) =>
      withService(flags, async (service) => {
        const found = await service.getWorkflow(workflowName(name, service.connection.namespace));
        await resume(service, project, found, flags);
      }),
    );
}

async function resume(
  service: WorkflowsService,
  project: Project,
  found: ServerWorkflow,
  flags: ResumeFlags,
): Promise<void> {
  const { pendingApprovals } = await import("../../server/resume/pending-approvals.js");
  const { matchProjectWorkflow } = await import("../../server/match-project-workflow.js");
  const { name } = found.metadata;
  const own = matchProjectWorkflow(project, found);
  const waiting = pendingApprovals(found, own);
  const chosen = await choose(waiting, found, flags);
  if (own === undefined && chosen.some(({ task }) => Object.keys(task.fields).length > 0)) {
    console.error(
      `${name} matches none of this project's current workflows: answers are checked only against the choices in its manifest.`,
    );
  }
  // Collects all answers before sending the first, so that a mistake in one changes nothing.
  const answers: Texts[] = [];
  for (const node of chosen) answers.push(await answersFor(node, flags.set ?? []));
  for (const [i, node] of chosen.entries()) await sendAnswers(service, name, node, answers[i] ?? {});
  if (found.spec.suspend === true && chosen.length === waiting.length) {
    await service.resumeWorkflow(name);
    console.log(printable(`workflow ${name} resumed`));
  }
}

async function choose(
  waiting: readonly PendingApproval[],
  found: ServerWorkflow,
  flags: ResumeFlags,
): Promise<readonly PendingApproval[]> {
  const { task, nodeFieldSelector, set = [] } = flags;
  const isSelected = nodeFilterOf(flags);
  const { name } = found.metadata;
  const ids = waiting.map(({ id }) => id);
  const chosen = waiting.filter(
    ({ id, node }) => (task === undefined || id === task || node.displayName === task) && isSelected(node),
  );
  if (waiting.length === 0) {
    if (found.spec.suspend === true && set.length === 0) return [];
    const phase = found.status?.phase || "Pending";
    throw new UserError(
      `Nothing in ${name} waits for a person: its phase is ${phase}. See it with: get ${name}`,
    );
  }
  if (chosen.length === 0) {
    throw new UsageError(
      `No task ${task ?? nodeFieldSelector} of ${name} waits.${didYouMean(task ?? "", ids)} Available: ${ids.join(", ")}.`,
    );
  }
  const asks = chosen.some(({ task: { fields } }) => Object.keys(fields).length > 0);
  if (chosen.length > 1 && asks && (set.length > 0 || !canAsk())) {
    throw new UsageError(`Several tasks of ${name} wait. Choose one with --task: ${ids.join(", ")}.`);
  }
  return chosen;
}

/** The values of all fields: from `--set`, from a person on the terminal, and defaults. */
async function answersFor(asked: PendingApproval, set: NonNullable<ResumeFlags["set"]>): Promise<Texts> {
  const { task, id, shows } = asked;
  const names = Object.keys(task.fields);
  const texts: Record<string, string> = {};
  for (const [field, text] of set) {
    const port = task.fields[field];
    if (port === undefined) {
      const known = names.length === 0 ? "It asks for nothing." : `It asks for ${names.join(", ")}.`;
      throw new UsageError(
        `--set ${field}: ${id} does not ask for that.${didYouMean(field, names)} ${known}`,
      );
    }
    texts[field] = checkParameterText(`--set ${field}`, port.schema, text);
  }
  const open = Object.entries(task.fields).filter(([field]) => texts[field] === undefined);
  if (open.length === 0) return texts;
  if (set.length === 0 && canAsk()) {
    const { signal, release } = onInterrupt({ endsAtSecond: true });
    try {
      const rest = { ...task, fields: Object.fromEntries(open) };
      const typed = await askPerson({ pause() {}, resume() {} })({ id, task: rest, shows }, signal);
      if (typed !== undefined) return { ...texts, ...typed };
      throw new UserError(`${id} got no answer and is still waiting.`);
    } finally {
      release();
    }
  }
  const missing = open.filter(([, port]) => port.need !== "defaulted");
  if (missing.length > 0) {
    const lines = missing.map(([field, { schema }]) => `  --set ${field}=…  ${describeSchema(schema)}`);
    throw new UsageError(
      [`${id} waits for ${missing.map(([field]) => field).join(", ")}. Answer with`, ...lines].join("\n"),
    );
  }
  for (const [field, port] of open) texts[field] = encodeParameter(field, port.schema, port.default);
  return texts;
}

/** Sends the answers and resumes the node. If a response is lost, looks up whether the request was carried out. */
async function sendAnswers(
  service: WorkflowsService,
  name: string,
  { node: { id: nodeId }, id }: PendingApproval,
  texts: Texts,
): Promise<void> {
  const nodeFieldSelector = `id=${nodeId}`;
  const node = async () => (await service.getWorkflow(name)).status?.nodes?.[nodeId];
  if (Object.keys(texts).length > 0) {
    await unlessDone(
      () => service.setOutputs(name, nodeFieldSelector, texts),
      async () => {
        const given = (await node())?.outputs?.parameters ?? [];
        return Object.entries(texts).every(([field, text]) =>
          given.some((each) => each.name === field && each.value === text),
        );
      },
    );
  }
  await unlessDone(
    () => service.resumeWorkflow(name, { nodeFieldSelector }),
    async () => (await node())?.phase === "Succeeded",
  );
  const answers = Object.entries(texts).map(([field, text]) => ` ${field}=${text}`);
  const given = answers.length === 0 ? "" : ` with${answers.join("")}`;
  console.log(printable(`workflow ${name}: ${id} resumed${given}`));
}

/** A request whose response was lost is sent again and then refused, because it has already been carried out. */
async function unlessDone(act: () => Promise<unknown>, isDone: () => Promise<boolean>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof UserError) || !(await isDone().catch(() => false))) throw error;
  }
}

function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}
