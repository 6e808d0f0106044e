import type { Command } from "commander";
import { collectPair } from "../../options/option-parsers.js";
import type { Project } from "../../project/project.js";
import { addConnectionOptions, type ConnectionFlags, withService } from "../../server/connection.js";
import { workflowName } from "../../server/last-submission.js";
import type { ResumeFlags } from "../../server/resume/choose-approvals.js";

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
  npx --no tiphys resume
  npx --no tiphys resume @latest --set decision=publish --set note="looks good"`,
    )
    .action((name: string | undefined, flags: ConnectionFlags & ResumeFlags) =>
      withService(flags, async (service) => {
        const { resumeWorkflow } = await import("../../server/resume/resume-workflow.js");
        const found = await service.getWorkflow(workflowName(name, service.connection.namespace));
        await resumeWorkflow(service, project, found, flags);
      }),
    );
}
