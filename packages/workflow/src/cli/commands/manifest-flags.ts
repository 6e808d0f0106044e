import { type Command, Option } from "commander";
import type { ManifestKind, ManifestOptions } from "../../argo/index.js";
import { collectPair } from "../key-values.js";
import { projectImage } from "../project-image.js";

/** Flags of every command that compiles a workflow. */
export interface ManifestFlags {
  readonly image?: string;
  readonly namespace?: string;
  readonly serviceAccount?: string;
  readonly set?: readonly [string, string][];
  readonly label?: readonly [string, string][];
  readonly schedule?: string;
  readonly timezone?: string;
  readonly concurrencyPolicy?: "Allow" | "Forbid" | "Replace";
}

/** Adds the flags, but for `--namespace`, which a server's commands have among their own. */
export function addManifestOptions(command: Command): Command {
  return command
    .option(
      "--image <image>",
      "image of the steps, with tag or digest (default: IMAGE_NAME, or package.json's pipeline.image with its version)",
    )
    .option("--service-account <name>", "account that the pods run as")
    .option(
      "--set <name=value>",
      "a parameter's value, or an artifact's key (dataset-key=…); may be repeated",
      collectPair("--set"),
    )
    .option("--label <name=value>", "a label; may be repeated", collectPair("--label"));
}

/** Adds what a CronWorkflow needs besides. */
export function addScheduleOptions(command: Command): Command {
  return command
    .option("--schedule <cron>", 'CronWorkflow: when, such as "0 3 * * 1"')
    .option("--timezone <name>", "CronWorkflow: such as Europe/Berlin")
    .addOption(
      new Option("--concurrency-policy <policy>", "CronWorkflow: where the last run still runs").choices([
        "Allow",
        "Forbid",
        "Replace",
      ]),
    );
}

/** What the compiler is to make. */
export function manifestOptions(kind: ManifestKind, flags: ManifestFlags): ManifestOptions {
  const { set = [], label = [] } = flags;
  const { namespace, serviceAccount, schedule, timezone, concurrencyPolicy } = flags;
  return {
    kind,
    image: flags.image ?? projectImage(),
    set: Object.fromEntries(set),
    labels: Object.fromEntries(label),
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
  };
}
