import { type Command, Option } from "commander";
import { UsageError } from "../../../definition/errors.js";
import { omitUndefined } from "../../../definition/omit-undefined.js";
import { wholeNumber } from "../../options/option-parsers.js";
import { exitCode } from "../../process/exit-code.js";
import { addConnectionOptions, type ConnectionFlags, withService } from "../../server/connection.js";
import { workflowName } from "../../server/last-submission.js";

interface LogsFlags extends ConnectionFlags {
  readonly follow?: true;
  readonly grep?: string;
  readonly selector?: string;
  readonly container?: string;
  readonly tail?: number;
  readonly since?: number;
  readonly timestamps?: true;
  readonly color: boolean;
}

export function addLogsCommand(program: Command): void {
  const command = program
    .command("logs")
    .description("print the logs of a workflow's steps")
    .argument("[workflow]", "name, or @latest (default: the workflow submitted last)")
    .argument("[pod]", "only this pod; get shows the names of pods")
    .option("-f, --follow", "follow until the workflow has ended")
    .option(
      "--grep <pattern>",
      "only lines that match this regular expression; start it with (?i) to ignore case",
    )
    .option("-l, --selector <labels>", "only pods with these labels, such as step=train")
    .option("-c, --container <name>", 'container of each pod (default: "main")')
    .addOption(
      new Option("--tail <lines>", "only the last lines of each pod").argParser(wholeNumber("--tail")),
    )
    .addOption(
      new Option("--since <time>", "only lines newer than this, such as 30s, 5m or 2h").argParser(secondsOf),
    )
    .option("--timestamps", "print the time before each line")
    .option("--no-color", "no colours");
  addConnectionOptions(command)
    .addHelpText(
      "after",
      `
Examples:
  npx --no tiphys logs -f
  npx --no tiphys logs @latest --grep "accuracy|loss"
  npx --no tiphys logs train-x7k2p train-x7k2p-fit-1234567890 --tail 20`,
    )
    .action(async (name: string | undefined, pod: string | undefined, flags: LogsFlags) => {
      const { follow, grep, selector, container, tail, since, timestamps, color } = flags;
      const { untilInterrupted } = await import("../../server/until-interrupted.js");
      const { printLogs } = await import("../../server/logs/print-logs.js");
      process.exitCode = await withService(flags, (service) => {
        const workflow = workflowName(name, service.connection.namespace);
        return untilInterrupted(workflow, async (signal) => {
          const lines = service.logs(workflow, {
            follow: follow === true,
            timestamps: timestamps === true,
            signal,
            ...omitUndefined({
              podName: pod,
              grep,
              selector,
              container,
              tailLines: tail,
              sinceSeconds: since,
            }),
          });
          await (color ? printLogs(lines) : printLogs(lines, (_style, text) => text));
          return exitCode.succeeded;
        });
      });
    });
}

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86400 };

/** A time such as `90s` or `1h30m` in seconds. */
function secondsOf(text: string): number {
  if (!/^(\d+[smhd])+$/.test(text)) {
    throw new UsageError(`--since ${text}: expected a time such as 30s, 5m, 2h or 1h30m.`);
  }
  const parts = [...text.matchAll(/(\d+)([smhd])/g)];
  return parts.reduce((sum, [, count, unit = ""]) => sum + Number(count) * (units[unit] ?? 0), 0);
}
