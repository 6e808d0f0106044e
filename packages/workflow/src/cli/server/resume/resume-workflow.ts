import { printable } from "@tiphys/argo-lint/text";
import type { ServerWorkflow, WorkflowsService } from "../../../argo/client/index.js";
import { UserError } from "../../../definition/errors.js";
import type { Project } from "../../project/project.js";
import { matchProjectWorkflow } from "../match-project-workflow.js";
import { chooseApprovals, type ResumeFlags } from "./choose-approvals.js";
import { type Answers, collectAnswers } from "./collect-answers.js";
import { type PendingApproval, pendingApprovals } from "./pending-approvals.js";

/** Answers a workflow's waiting approvals, and resumes it if it is suspended as a whole. */
export async function resumeWorkflow(
  service: WorkflowsService,
  project: Project,
  found: ServerWorkflow,
  flags: ResumeFlags,
): Promise<void> {
  const { name } = found.metadata;
  const own = matchProjectWorkflow(project, found);
  const waiting = pendingApprovals(found, own);
  const chosen = chooseApprovals(waiting, found, flags);
  if (own === undefined && chosen.some(({ task }) => Object.keys(task.fields).length > 0)) {
    console.error(
      `${name} matches none of this project's current workflows: answers are checked only against the choices in its manifest.`,
    );
  }
  // Collects all answers before sending the first, so that a mistake in one changes nothing.
  const answers: Answers[] = [];
  for (const node of chosen) answers.push(await collectAnswers(node, flags.set ?? []));
  for (const [i, node] of chosen.entries()) await sendAnswers(service, name, node, answers[i] ?? {});
  if (found.spec.suspend === true && chosen.length === waiting.length) {
    await service.resumeWorkflow(name);
    console.log(printable(`workflow ${name} resumed`));
  }
}

/** Sends the answers and resumes the node. If a response is lost, looks up whether the request was carried out. */
async function sendAnswers(
  service: WorkflowsService,
  name: string,
  { node: { id: nodeId }, id }: PendingApproval,
  texts: Answers,
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
