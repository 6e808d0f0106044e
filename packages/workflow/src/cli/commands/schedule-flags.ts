import { type Command, Option } from "commander";
import type { CronOptions } from "../../argo/index.js";
import { collect } from "../pair-option.js";
import { wholeNumber } from "./server/whole-number.js";

/** Flags of commands that make a CronWorkflow, besides those of every manifest. */
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

/** The name on the command line of each flag. */
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

/** Adds what a CronWorkflow needs besides. */
export function addScheduleOptions(command: Command): Command {
  const number = (name: keyof ScheduleFlags, value: string, description: string): Option => {
    const flag = scheduleFlagNames[name];
    return new Option(`${flag} <${value}>`, description).argParser(wholeNumber(flag));
  };
  return command
    .option("--schedule <cron>", 'CronWorkflow: when, such as "0 3 * * 1"; may be repeated', collect)
    .option("--timezone <name>", "CronWorkflow: such as Europe/Berlin")
    .addOption(
      new Option("--concurrency-policy <policy>", "CronWorkflow: where the last run still runs").choices([
        "Allow",
        "Forbid",
        "Replace",
      ]),
    )
    .option("--when <expression>", "CronWorkflow: start a run only where this is true")
    .option(
      "--stop-strategy <expression>",
      "CronWorkflow: start no more runs once this is true, such as 'cronworkflow.failed >= 3'",
    )
    .addOption(
      number("startingDeadlineSeconds", "seconds", "CronWorkflow: start a missed run up to so much later"),
    )
    .addOption(
      number("successfulJobsHistoryLimit", "count", "CronWorkflow: keep so many runs that succeeded"),
    )
    .addOption(number("failedJobsHistoryLimit", "count", "CronWorkflow: keep so many runs that failed"));
}

/** What the flags say, where there is a schedule. */
export function cronOptions(flags: ScheduleFlags): CronOptions | undefined {
  const [first, ...more] = flags.schedule ?? [];
  if (first === undefined) return undefined;
  const { timezone, concurrencyPolicy, when, stopStrategy } = flags;
  const { startingDeadlineSeconds, successfulJobsHistoryLimit, failedJobsHistoryLimit } = flags;
  return {
    schedule: [first, ...more],
    ...(timezone === undefined ? {} : { timezone }),
    ...(concurrencyPolicy === undefined ? {} : { concurrencyPolicy }),
    ...(when === undefined ? {} : { when }),
    ...(stopStrategy === undefined ? {} : { stopStrategy: { expression: stopStrategy } }),
    ...(startingDeadlineSeconds === undefined ? {} : { startingDeadlineSeconds }),
    ...(successfulJobsHistoryLimit === undefined ? {} : { successfulJobsHistoryLimit }),
    ...(failedJobsHistoryLimit === undefined ? {} : { failedJobsHistoryLimit }),
  };
}
