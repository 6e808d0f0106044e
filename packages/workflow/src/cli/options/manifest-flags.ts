import type { Command } from "commander";
import type { ManifestKind, ManifestOptions } from "../../argo/index.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { projectImage } from "../project/project-image.js";
import { type MemoizeFlags, memoizeOptions } from "./memoize-flags.js";
import { collect, collectPair } from "./option-parsers.js";
import { cronOptions, type ScheduleFlags } from "./schedule-flags.js";

/** Flags of every command that compiles a workflow. */
export interface ManifestFlags extends ScheduleFlags, MemoizeFlags {
  readonly image?: string;
  readonly namespace?: string;
  readonly serviceAccount?: string;
  readonly set?: readonly [string, string][];
  /** Parameter files. */
  readonly params?: readonly string[];
  readonly label?: readonly [string, string][];
  readonly fuse?: boolean;
}

/** Adds the flags, except `--namespace`, which is one of the connection flags of a server's commands. */
export function addManifestOptions(command: Command): Command {
  return command
    .option(
      "--image <image>",
      "image of the steps, with tag or digest (default: IMAGE_NAME, or package.json's tiphys.image with its version)",
    )
    .option("--service-account <name>", "service account that the pods run as")
    .option(
      "--set <name=value>",
      "a parameter's value, or an artifact's key (dataset-key=…); may be repeated",
      collectPair("--set"),
    )
    .option(
      "--params <file>",
      "parameters' values from a YAML or JSON file; may be repeated, --set wins",
      collect,
    )
    .option("--label <name=value>", "a label; may be repeated", collectPair("--label"))
    .option("--fuse", "run tasks that only follow each other in one pod (default: the workflow's argo.fuse)")
    .option("--no-fuse", "run each task in a pod of its own")
    .option("--cache", "let Argo take outputs of earlier workflows with the same code, inputs and parameters")
    .option("--cache-max-age <duration>", "with --cache: not those that are older, such as 72h");
}

/** The compiler's options from the flags. */
export function manifestOptions(kind: ManifestKind, flags: ManifestFlags): ManifestOptions {
  const { set = [], label = [] } = flags;
  const { namespace, serviceAccount, fuse } = flags;
  const cron = cronOptions(flags);
  return {
    kind,
    image: flags.image ?? projectImage(),
    set: Object.fromEntries(set),
    labels: Object.fromEntries(label),
    ...omitUndefined({ namespace, serviceAccount, cron, fuse, memoize: memoizeOptions(flags) }),
  };
}
