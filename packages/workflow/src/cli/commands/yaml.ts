import { resolve } from "node:path";
import { type Command, Option } from "commander";
import type { ManifestKind, ManifestOptions } from "../../argo/index.js";
import { UsageError } from "../../definition/errors.js";
import { writeFileAtomicallySync } from "../../files/write-atomically.js";
import { addManifestOptions, type ManifestFlags, manifestOptions } from "../options/manifest-flags.js";
import { collectPair } from "../options/option-parsers.js";
import { addScheduleOptions, scheduleFlagNames } from "../options/schedule-flags.js";
import { withManifestParameters } from "../parameters/with-file-parameters.js";
import { chooseWorkflow } from "../project/choose-by-name.js";
import type { Project } from "../project/project.js";
import { callersDirectory } from "../project/project-root.js";

interface YamlFlags extends ManifestFlags {
  readonly kind: ManifestKind;
  readonly selector?: string;
  readonly eventParam: readonly [string, string][];
  readonly output?: string;
  readonly lint: boolean;
}

const kinds: readonly ManifestKind[] = [
  "Workflow",
  "WorkflowTemplate",
  "ClusterWorkflowTemplate",
  "CronWorkflow",
  "WorkflowEventBinding",
];

export function addYamlCommand(program: Command, project: Project): void {
  const command = program
    .command("yaml")
    .description("compile a workflow to a manifest for Argo Workflows")
    .argument("[workflow]", `its name (default: ${project.workflows[0].name})`)
    .addOption(new Option("--kind <kind>", "kind of manifest").choices(kinds).default("Workflow"));
  addScheduleOptions(addManifestOptions(command))
    .option("--namespace <name>", "the manifest's namespace")
    .option(
      "--selector <expression>",
      "WorkflowEventBinding: which events, such as 'payload.action == \"published\"'",
    )
    .option(
      "--event-param <name=expression>",
      "WorkflowEventBinding: a parameter from the event; may be repeated",
      collectPair("--event-param"),
      [],
    )
    .option("--output <file>", "write to a file instead of standard output")
    .option("--no-lint", "write it even if the linter finds errors")
    .addHelpText(
      "after",
      `
Examples:
  npm run --silent yaml > workflow.yaml && argo submit workflow.yaml
  npx --no tiphys yaml --kind CronWorkflow --schedule "0 3 * * 1" --timezone Europe/Berlin
  npx --no tiphys yaml --kind WorkflowEventBinding --selector 'payload.action == "published"' --event-param testSize=payload.testSize`,
    )
    .action(async (name: string | undefined, flags: YamlFlags) => {
      const { compileManifests, toYaml } = await import("../../argo/index.js");
      const workflow = chooseWorkflow(project, name);
      const manifests = compileManifests(workflow, optionsOf(await withManifestParameters(workflow, flags)));
      const text = toYaml(manifests);
      if (flags.lint) {
        const { assertLintClean } = await import("../lint/assert-lint-clean.js");
        const consequence = "so it is not written. Use --no-lint to write it anyway.";
        await assertLintClean(`${workflow.name} (${flags.kind})`, manifests, text, consequence);
      }
      if (flags.output === undefined) process.stdout.write(text);
      else writeFileAtomicallySync(resolve(callersDirectory(), flags.output), text);
    });
}

function optionsOf(flags: YamlFlags): ManifestOptions {
  for (const [option, flag] of Object.entries(scheduleFlagNames)) {
    if (option in flags && flags.kind !== "CronWorkflow")
      throw new UsageError(`${flag} is for --kind CronWorkflow.`);
  }
  if (flags.selector !== undefined && flags.kind !== "WorkflowEventBinding") {
    throw new UsageError("--selector is for --kind WorkflowEventBinding.");
  }
  if (flags.eventParam.length > 0 && flags.kind !== "WorkflowEventBinding") {
    throw new UsageError("--event-param is for --kind WorkflowEventBinding.");
  }
  return {
    ...manifestOptions(flags.kind, flags),
    ...(flags.selector === undefined
      ? {}
      : { event: { selector: flags.selector, parameters: Object.fromEntries(flags.eventParam) } }),
  };
}
