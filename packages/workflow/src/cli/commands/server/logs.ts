import { type Command, Option } from "commander";
import { UsageError } from "../../../definition/errors.js";
import { exitCode } from "../../exit-code.js";
import { addConnectionOptions, type ConnectionFlags } from "../../server/connection-options.js";
import { workflowName } from "../../server/last-submission.js";
import { withService } from "../../server/with-service.js";
import { wholeNumber } from "./whole-number.js";

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
    .description("print what a workflow's steps have written")
    .argument("[workflow]", "its name, or @latest; the one submitted last where left out")
    .argument("[pod]", "only of this pod; get shows their names")
    .option("-f, --follow", "go on until the workflow has ended")
    .option(
      "--grep <pattern>",
      "only lines in which this regular expression is found; (?i) before it ignores case",
    )
    .option("-l, --selector <labels>", "only pods with these labels, such as step=train")
    .option("-c, --container <name>", 'of each pod (default: "main")')
    .addOption(
      new Option("--tail <lines>", "only so many lines of each pod, from its end").argParser(
        wholeNumber("--tail"),
      ),
    )
    .addOption(new Option("--since <time>", "only lines of the last 30s, 5m or 2h").argParser(secondsOf))
    .option("--timestamps", "the time before each line")
    .option("--no-color", "no colours");
  addConnectionOptions(command)
    .addHelpText(
      "after",
      `
Examples:
  npx --no pipeline logs -f
  npx --no pipeline logs @latest --grep "accuracy|loss"
  npx --no pipeline logs train-x7k2p train-x7k2p-fit-1234567890 --tail 20`,
    )
    .action(async (name: string | undefined, pod: string | undefined, flags: LogsFlags) => {
      const { follow, grep, selector, container, tail, since, timestamps, color } = flags;
      const { untilInterrupted } = await import("../../server/on-interrupt.js");
      const { printLogs } = await import("../../server/print-logs.js");
      process.exitCode = await withService(flags, (service) => {
        const workflow = workflowName(name, service.connection.namespace);
        return untilInterrupted(workflow, async (signal) => {
          const lines = service.logs(workflow, {
            follow: follow === true,
            timestamps: timestamps === true,
            signal,
            ...(pod === undefined ? {} : { podName: pod }),
            ...(grep === undefined ? {} : { grep }),
            ...(selector === undefined ? {} : { selector }),
            ...(container === undefined ? {} : { container }),
            ...(tail === undefined ? {} : { tailLines: tail }),
            ...(since === undefined ? {} : { sinceSeconds: since }),
          });
          await (color ? printLogs(lines) : printLogs(lines, (_style, text) => text));
          return exitCode.succeeded;
        });
      });
    });
}

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86400 };

/** `90s`, `1h30m` in seconds. */
function secondsOf(text: string): number {
  if (!/^(\d+[smhd])+$/.test(text)) {
    throw new UsageError(`--since ${text}: expected a time such as 30s, 5m, 2h or 1h30m.`);
  }
  const parts = [...text.matchAll(/(\d+)([smhd])/g)];
  return parts.reduce((sum, [, count, unit = ""]) => sum + Number(count) * (units[unit] ?? 0), 0);
}
