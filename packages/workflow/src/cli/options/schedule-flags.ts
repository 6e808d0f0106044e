import { type Command, Option } from "commander";
import type { CronOptions } from "../../argo/index.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { collect, wholeNumber } from "./option-parsers.js";

/** Additional flags of commands that create a CronWorkflow. */
export interface ScheduleFlags {
  readonly schedule?: readonly string[];
  readonly timezone?: string;
  readonly concurrencyPolicy?: "Allow" | "Forbid" | "Replace";
  readonly when?: string;
  readonly stopStrategy?: string;
  readonly startingDeadlineSeconds?: number;
  readonly successfulJobsHistoryLimit?: number;
  readonly failedJobsHistoryLimit?: number;
}

/** The name of each flag on the command line. */
export const scheduleFlagNames: Readonly<Record<keyof ScheduleFlags, string>> = {
  schedule: "--schedule",
  timezone: "--timezone",
  concurrencyPolicy: "--concurrency-policy",
  when: "--when",
  stopStrategy: "--stop-strategy",
  startingDeadlineSeconds: "--starting-deadline-seconds",
  successfulJobsHistoryLimit: "--successful-jobs-history-limit",
  failedJobsHistoryLimit: "--failed-jobs-history-limit",
};

/** Adds the flags of a CronWorkflow. */
export function addScheduleOptions(command: Command): Command {
  const number = (name: keyof ScheduleFlags, value: string, description: string): Option => {
    const flag = scheduleFlagNames[name];
    return new Option(`${flag} <${value}>`, description).argParser(wholeNumber(flag));
  };
  return command
    .option("--schedule <cron>", 'CronWorkflow: when, such as "0 3 * * 1"; may be repeated', collect)
    .option("--timezone <name>", "CronWorkflow: such as Europe/Berlin")
    .addOption(
      new Option(
        "--concurrency-policy <policy>",
        "CronWorkflow: what to do if the last run is still running",
      ).choices(["Allow", "Forbid", "Replace"]),
    )
    .option("--when <expression>", "CronWorkflow: start a run only if this is true")
    .option(
      "--stop-strategy <expression>",
      "CronWorkflow: start no more runs once this is true, such as 'cronworkflow.failed >= 3'",
    )
    .addOption(
      number(
        "startingDeadlineSeconds",
        "seconds",
        "CronWorkflow: start a missed run at most this much later",
      ),
    )
    .addOption(
      number("successfulJobsHistoryLimit", "count", "CronWorkflow: number of succeeded runs to keep"),
    )
    .addOption(number("failedJobsHistoryLimit", "count", "CronWorkflow: number of failed runs to keep"));
}

/** The options of a CronWorkflow; undefined without a schedule. */
export function cronOptions(flags: ScheduleFlags): CronOptions | undefined {
  const [first, ...more] = flags.schedule ?? [];
  if (first === undefined) return undefined;
  const { timezone, concurrencyPolicy, when, stopStrategy } = flags;
  const { startingDeadlineSeconds, successfulJobsHistoryLimit, failedJobsHistoryLimit } = flags;
  return {
    schedule: [first, ...more],
    ...omitUndefined({ timezone, concurrencyPolicy, when }),
    ...(stopStrategy === undefined ? {} : { stopStrategy: { expression: stopStrategy } }),
    ...omitUndefined({ startingDeadlineSeconds, successfulJobsHistoryLimit, failedJobsHistoryLimit }),
  };
}
