import type { Command } from "commander";
import type { ManifestObject, StoredResourceKind } from "../../../argo/client/index.js";
import type { ManifestKind } from "../../../argo/index.js";
import { addManifestOptions, type ManifestFlags } from "../../options/manifest-flags.js";
import { addScheduleOptions } from "../../options/schedule-flags.js";
import { chooseWorkflow } from "../../project/choose-by-name.js";
import type { Project } from "../../project/project.js";
import { compileAndLint } from "../../server/compile-and-lint.js";
import { addConnectionOptions, type ConnectionFlags, withService } from "../../server/connection.js";

/** Commands for resources that the cluster starts workflows from: `template create|update`, `cron create|update|suspend|resume`. */
export function addTemplateAndCronCommands(program: Command, project: Project): void {
  const template = program.command("template").description("store a workflow in the cluster as a template");
  addWriting(template, project, "WorkflowTemplate");
  const cron = program.command("cron").description("let the cluster run a workflow on a schedule");
  addWriting(cron, project, "CronWorkflow");
  for (const [verb, suspended] of [
    ["suspend", true],
    ["resume", false],
  ] as const) {
    addConnectionOptions(
      cron
        .command(verb)
        .description(suspended ? "start no more runs" : "start runs again")
        .argument("[name]", `name of the CronWorkflow (default: ${project.workflows[0].name})`),
    ).action((name: string = project.workflows[0].name, flags: ConnectionFlags) =>
      withService(flags, async (service) => {
        await service.setCronSuspended(name, suspended);
        console.log(`CronWorkflow ${name} ${suspended ? "suspended" : "resumed"}`);
      }),
    );
  }
}

function addWriting(parent: Command, project: Project, kind: StoredResourceKind & ManifestKind): void {
  for (const verb of ["create", "update"] as const) {
    const command = parent
      .command(verb)
      .description(
        verb === "create"
          ? `compile a workflow and create its ${kind}`
          : `compile a workflow and replace its ${kind}`,
      )
      .argument("[workflow]", `its name (default: ${project.workflows[0].name})`);
    addManifestOptions(command);
    if (kind === "CronWorkflow") addScheduleOptions(command);
    addConnectionOptions(command).action(
      async (name: string | undefined, flags: ManifestFlags & ConnectionFlags) => {
        const manifest = await compileAndLint(chooseWorkflow(project, name), kind, flags);
        await withService(flags, async (service) => {
          await service.lint(manifest);
          const stored = await service[verb](kind, manifest);
          console.log(`${kind} ${nameOf(stored)} ${verb}d`);
        });
      },
    );
  }
}

function nameOf({ metadata }: ManifestObject): string {
  return typeof metadata === "object" && metadata !== null && "name" in metadata ? String(metadata.name) : "";
}
