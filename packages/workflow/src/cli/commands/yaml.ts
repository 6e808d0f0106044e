import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Command, Option } from "commander";
import type { ManifestKind, ManifestOptions } from "../../argo/index.js";
import { UsageError } from "../../definition/errors.js";
import { chooseWorkflow } from "../choose.js";
import { collectPair } from "../key-values.js";
import type { Project } from "../main.js";
import { callersDirectory, projectRoot } from "../project-root.js";

interface YamlFlags {
  readonly kind: ManifestKind;
  readonly image?: string;
  readonly namespace?: string;
  readonly serviceAccount?: string;
  readonly set: readonly [string, string][];
  readonly label: readonly [string, string][];
  readonly schedule?: string;
  readonly timezone?: string;
  readonly concurrencyPolicy?: "Allow" | "Forbid" | "Replace";
  readonly selector?: string;
  readonly eventParam: readonly [string, string][];
  readonly output?: string;
}

const kinds: readonly ManifestKind[] = [
  "Workflow",
  "WorkflowTemplate",
  "ClusterWorkflowTemplate",
  "CronWorkflow",
  "WorkflowEventBinding",
];

export function addYamlCommand(program: Command, project: Project): void {
  program
    .command("yaml")
    .description("compile a workflow to a manifest for Argo Workflows")
    .argument("[workflow]", `its name; ${project.workflows[0].name} where left out`)
    .addOption(new Option("--kind <kind>", "what to make").choices(kinds).default("Workflow"))
    .option(
      "--image <image>",
      "image of the steps, with tag or digest (default: IMAGE_NAME, or package.json's pipeline.image with its version)",
    )
    .option("--namespace <name>", "the manifest's namespace")
    .option("--service-account <name>", "account that the pods run as")
    .option(
      "--set <name=value>",
      "a parameter's value, or an artifact's key (dataset-key=…); may be repeated",
      collectPair("--set"),
      [],
    )
    .option("--label <name=value>", "a label; may be repeated", collectPair("--label"), [])
    .option("--schedule <cron>", 'CronWorkflow: when, such as "0 3 * * 1"')
    .option("--timezone <name>", "CronWorkflow: such as Europe/Berlin")
    .addOption(
      new Option("--concurrency-policy <policy>", "CronWorkflow: where the last run still runs").choices([
        "Allow",
        "Forbid",
        "Replace",
      ]),
    )
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
    .addHelpText(
      "after",
      `
Examples:
  npm run --silent yaml > workflow.yaml && argo submit workflow.yaml
  pipeline yaml --kind CronWorkflow --schedule "0 3 * * 1" --timezone Europe/Berlin
  pipeline yaml --kind WorkflowEventBinding --selector 'payload.action == "published"' --event-param testSize=payload.testSize`,
    )
    .action(async (name: string | undefined, flags: YamlFlags) => {
      const { compileManifests, toYaml } = await import("../../argo/index.js");
      const text = toYaml(compileManifests(chooseWorkflow(project, name), optionsOf(flags)));
      if (flags.output === undefined) process.stdout.write(text);
      else writeWhole(resolve(callersDirectory(), flags.output), text);
    });
}

/** Which kinds an option is for, where it is not for all. */
const onlyFor: readonly (readonly [option: keyof YamlFlags, flag: string, kind: ManifestKind])[] = [
  ["schedule", "--schedule", "CronWorkflow"],
  ["timezone", "--timezone", "CronWorkflow"],
  ["concurrencyPolicy", "--concurrency-policy", "CronWorkflow"],
  ["selector", "--selector", "WorkflowEventBinding"],
];

function optionsOf(flags: YamlFlags): ManifestOptions {
  for (const [option, flag, kind] of onlyFor) {
    if (flags[option] !== undefined && flags.kind !== kind)
      throw new UsageError(`${flag} is for --kind ${kind}.`);
  }
  if (flags.eventParam.length > 0 && flags.kind !== "WorkflowEventBinding") {
    throw new UsageError("--event-param is for --kind WorkflowEventBinding.");
  }
  const { namespace, serviceAccount, schedule, timezone, concurrencyPolicy, selector } = flags;
  return {
    kind: flags.kind,
    image: flags.image ?? process.env.IMAGE_NAME ?? imageOfProject(),
    set: Object.fromEntries(flags.set),
    labels: Object.fromEntries(flags.label),
    ...(namespace === undefined ? {} : { namespace }),
    ...(serviceAccount === undefined ? {} : { serviceAccount }),
    ...(schedule === undefined
      ? {}
      : {
          cron: {
            schedule,
            ...(timezone === undefined ? {} : { timezone }),
            ...(concurrencyPolicy === undefined ? {} : { concurrencyPolicy }),
          },
        }),
    ...(selector === undefined
      ? {}
      : { event: { selector, parameters: Object.fromEntries(flags.eventParam) } }),
  };
}

/** `pipeline.image` of package.json, with the package's version as its tag where it has none. */
function imageOfProject(): string {
  const file = join(projectRoot(), "package.json");
  const content: { readonly version?: string; readonly pipeline?: { readonly image?: string } } = JSON.parse(
    readFileSync(file, "utf8"),
  );
  const image = content.pipeline?.image;
  if (image === undefined) {
    throw new UsageError(
      `No image is named. Give --image, set IMAGE_NAME, or put { "pipeline": { "image": … } } into ${file}.`,
    );
  }
  const name = image.slice(image.lastIndexOf("/") + 1);
  return name.includes(":") || name.includes("@") ? image : `${image}:${content.version ?? ""}`;
}

function writeWhole(file: string, text: string): void {
  const beside = `${file}.${process.pid}.part`;
  writeFileSync(beside, text);
  renameSync(beside, file);
}
