import { UsageError, UserError } from "../../definition/errors.js";
import type { MetricDirection } from "../../definition/port.js";
import type { Project } from "../project/project.js";
import { readRuns } from "./read-runs.js";
import { describeSummary } from "./show-run.js";
import { directionOf, sortRuns } from "./sort-runs.js";
import { runsWhere } from "./where.js";

export interface BestFlags {
  readonly by: string;
  readonly direction?: MetricDirection;
  readonly where?: readonly string[];
  readonly json?: true;
  readonly runs?: string;
}

/**
 * Prints the run with the best value of a metric.
 * @throws {UsageError} if it is unknown whether higher or lower is better
 * @throws {UserError} if no run has the metric
 */
export function printBest(project: Project, flags: BestFlags): void {
  const { by, where = [] } = flags;
  const all = readRuns(project, flags.runs);
  const runs = runsWhere(all, where).filter(({ metrics }) => Object.hasOwn(metrics, by));
  const direction = flags.direction ?? directionOf(runs, by);
  const [best] = sortRuns(all, by, direction).filter((run) => runs.includes(run));
  if (best === undefined) throw new UserError(`No run has the metric "${by}".`);
  if (direction === undefined) {
    throw new UsageError(
      `Is a higher or a lower ${by} better? Say --direction maximize or minimize, or declare the output with metric("maximize").`,
    );
  }
  process.stdout.write(
    flags.json ? `${JSON.stringify(best, null, 2)}\n` : `${describeSummary(best).join("\n")}\n`,
  );
}
