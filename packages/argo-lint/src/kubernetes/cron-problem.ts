import { isDuration } from "./duration.js";
import { isTimezone } from "./timezones.js";

interface Field {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly names: readonly string[];
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const fields: readonly Field[] = [
  { name: "minute", least: 0, most: 59, names: [] },
  { name: "hour", least: 0, most: 23, names: [] },
  { name: "day of the month", least: 1, most: 31, names: [] },
  { name: "month", least: 1, most: 12, names: months },
  { name: "day of the week", least: 0, most: 6, names: weekdays },
];
const descriptors = ["@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"];

/**
 * What is wrong with a schedule; undefined if Argo accepts it.
 * Source: ParseStandard of robfig/cron v3.
 */
export function cronProblem(schedule: string): string | undefined {
  if (schedule === "") return "it is empty";
  let rest = schedule;
  const zone = /^(?:CRON_)?TZ=/.exec(schedule)?.[0];
  if (zone !== undefined) {
    const space = schedule.indexOf(" ");
    if (space < 0) return "no schedule follows the time zone";
    const name = schedule.slice(zone.length, space);
    if (!isTimezone(name)) return `"${name}" is not a time zone`;
    rest = schedule.slice(space).trim();
  }
  if (rest.startsWith("@")) return descriptorProblem(rest);
  const parts = rest.split(/\s+/).filter((part) => part !== "");
  if (parts.length !== fields.length) return `it has ${parts.length} fields instead of 5`;
  for (const [i, field] of fields.entries()) {
    for (const range of (parts[i] ?? "").split(",")) {
      const fault = range === "" ? undefined : rangeProblem(range, field);
      if (fault !== undefined) return `${fault} (${field.name} "${parts[i]}")`;
    }
  }
  return undefined;
}

function descriptorProblem(text: string): string | undefined {
  if (descriptors.includes(text)) return undefined;
  const every = /^@every (.*)$/s.exec(text)?.[1];
  if (every === undefined) return `"${text}" is not one of ${descriptors.join(", ")} and "@every 1h30m"`;
  return isDuration(every) ? undefined : `"${every}" is not a duration such as 1h30m`;
}

function rangeProblem(range: string, { least, most, names }: Field): string | undefined {
  const [ends = "", step, ...moreSteps] = range.split("/");
  const [first = "", last, ...moreEnds] = ends.split("-");
  const isAny = first === "*" || first === "?";
  const start = isAny ? least : numberOf(first, names, least);
  if (start === undefined) return `"${first}" is not a number`;
  if (!isAny && moreEnds.length > 0) return "it has too many hyphens";
  let end = isAny ? most : last === undefined ? start : numberOf(last, names, least);
  if (end === undefined) return `"${last}" is not a number`;
  if (moreSteps.length > 0) return "it has too many slashes";
  const every = step === undefined ? 1 : numberOf(step, [], 0);
  if (every === undefined) return `the step "${step}" is not a number`;
  if (step !== undefined && last === undefined) end = most;
  if (start < least) return `${start} is less than ${least}`;
  if (end > most) return `${end} is more than ${most}`;
  if (start > end) return `${start} is greater than ${end}`;
  return every === 0 ? "the step is 0" : undefined;
}

/** Names stand for numbers from `first` on. */
function numberOf(text: string, names: readonly string[], first: number): number | undefined {
  const named = names.indexOf(text.toLowerCase());
  if (named >= 0) return named + first;
  const isNumber = /^\+?\d+$/.test(text) || /^-0+$/.test(text);
  return isNumber && Number(text) < 2 ** 63 ? Math.abs(Number(text)) : undefined;
}
