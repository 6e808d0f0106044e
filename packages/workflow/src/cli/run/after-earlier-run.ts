import { didYouMean } from "@tiphys/argo-lint/text";
import { UsageError } from "../../definition/errors.js";
import type { Workflow } from "../../definition/graph.js";
import { tasksFrom, tasksUpTo } from "../../definition/graph-parts.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import type { CacheOptions } from "../../local/cache/run-cache.js";
import { readStepCodes, type StepCodes } from "../../local/cache/step-code.js";
import type { RunRecord } from "../../local/run-record.js";
import type { RunOptions } from "../../local/run-workflow.js";

/** The flags of "run" that say what to take from earlier runs. */
export interface EarlierRunFlags {
  /** False with `--no-cache`. */
  readonly cache: boolean;
  readonly verifyCache?: true;
  /** True: the newest. */
  readonly resume?: string | true;
  readonly from?: string;
  readonly until?: string;
  readonly image?: string;
  readonly approve?: readonly (readonly [string, string])[];
}

/** What a run takes from earlier ones. */
interface EarlierRuns {
  readonly options: Pick<RunOptions, "cache" | "only">;
  /** Undefined if nothing is taken. */
  readonly codes: StepCodes | undefined;
}

/**
 * What a run takes from earlier ones according to its flags.
 * @param script the program's main file
 * @throws {UsageError} if a flag names no task of the workflow, or flags exclude each other
 */
export function afterEarlierRun(
  workflow: Workflow,
  flags: EarlierRunFlags,
  script: string,
  resumed: RunRecord | undefined,
): EarlierRuns {
  const { from, until } = flags;
  for (const [flag, name] of [["--from", from] as const, ["--until", until] as const])
    if (name !== undefined) assertTask(workflow, flag, name);
  // An image may contain other code than this project.
  const codes = flags.image === undefined ? readStepCodes(script) : undefined;
  if (codes === undefined && flags.image !== undefined && (resumed !== undefined || flags.verifyCache)) {
    throw new UsageError(
      `--image runs every step, because the image may contain other code. Leave ${resumed === undefined ? "--verify-cache" : "--resume"} out.`,
    );
  }
  const cache: CacheOptions | undefined = codes && {
    codeOf: codes.codeOf,
    mode: flags.verifyCache ? "verify" : flags.cache && !isSwitchedOff() ? "take" : "skip",
    ...omitUndefined({
      resume: resumed,
      answered: new Set((flags.approve ?? []).map(([field]) => field.replace(/\..*$/s, ""))),
      rerun: from === undefined ? undefined : tasksFrom(workflow.graph, from),
    }),
  };
  const only = until === undefined ? undefined : tasksUpTo(workflow.graph, until);
  return { codes: isSwitchedOff() ? undefined : codes, options: omitUndefined({ cache, only }) };
}

/** Whether every run of this environment is one with `--no-cache`. */
function isSwitchedOff(): boolean {
  return process.env.TIPHYS_CACHE === "off";
}

function assertTask({ name: workflow, graph }: Workflow, flag: string, name: string): void {
  const names = [...graph.tasks.keys()];
  if (names.includes(name)) return;
  throw new UsageError(
    `${flag} ${name}: ${workflow} has no such task.${didYouMean(name, names) || ` It has ${names.join(", ")}.`}`,
  );
}
