const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;
const month = 30 * day;
const year = 12 * month;
const longTime = 37 * year;

/** A duration below `limit` is written as `text`, with `%d` replaced by the number of whole units. Milliseconds. */
interface Magnitude {
  readonly limit: number;
  readonly text: string;
  readonly unit: number;
}

const magnitudes: readonly Magnitude[] = [
  { limit: second, text: "0 seconds", unit: 1 },
  { limit: 2 * second, text: "1 second", unit: 1 },
  { limit: minute, text: "%d seconds", unit: second },
  { limit: 2 * minute, text: "1 minute", unit: 1 },
  { limit: hour, text: "%d minutes", unit: minute },
  { limit: 2 * hour, text: "1 hour", unit: 1 },
  { limit: day, text: "%d hours", unit: hour },
  { limit: 2 * day, text: "1 day", unit: 1 },
  { limit: week, text: "%d days", unit: day },
  { limit: 2 * week, text: "1 week", unit: 1 },
  { limit: month, text: "%d weeks", unit: week },
  { limit: 2 * month, text: "1 month", unit: 1 },
  { limit: year, text: "%d months", unit: month },
  { limit: 18 * month, text: "1 year", unit: 1 },
  { limit: 2 * year, text: "2 years", unit: 1 },
  { limit: longTime, text: "%d years", unit: year },
  { limit: Number.POSITIVE_INFINITY, text: "a long while", unit: 1 },
];

const shortMagnitudes: readonly Magnitude[] = [
  { limit: second, text: "0s", unit: 1 },
  { limit: minute, text: "%ds", unit: second },
  { limit: hour, text: "%dm", unit: minute },
  { limit: day, text: "%dh", unit: hour },
  { limit: Number.POSITIVE_INFINITY, text: "%dd", unit: day },
];

function write(milliseconds: number, among: readonly Magnitude[]): string {
  const size = Math.abs(milliseconds);
  const { text, unit } = among.find(({ limit }) => size < limit) ?? { text: "", unit: 1 };
  return text.replace("%d", String(Math.floor(size / unit)));
}

/** A duration in one unit, as the argo CLI shows it in tables: `0s`, `45s`, `3m`, `2h`, `9d`. */
export function shortDuration(milliseconds: number): string {
  return write(milliseconds, shortMagnitudes);
}

/** A duration in up to two units, as the argo CLI shows it: `45 seconds`, `3 minutes 20 seconds`, `1 day 4 hours`. */
export function longDuration(milliseconds: number): string {
  const first = write(milliseconds, magnitudes);
  if (milliseconds < minute) return first;
  if (milliseconds < hour) return `${first} ${Math.floor((milliseconds % minute) / second)} seconds`;
  if (milliseconds < day) return `${first} ${Math.floor((milliseconds % hour) / minute)} minutes`;
  return `${first} ${Math.floor((milliseconds % day) / hour)} hours`;
}

/** A time relative to `now`: `now`, `3 minutes ago`, `1 hour from now`. */
export function relativeTime(time: number, now: number): string {
  if (Math.abs(now - time) < second) return "now";
  return `${write(now - time, magnitudes)} ${time > now ? "from now" : "ago"}`;
}

/** A time in this machine's time zone and relative to now: `Mon Nov 23 05:08:25 +0000 (3 minutes ago)`. */
export function timestampText(time: number, now: number): string {
  const date = new Date(time);
  const offset = -date.getTimezoneOffset();
  const two = (value: number): string => String(value).padStart(2, "0");
  const zone = `${offset < 0 ? "-" : "+"}${two(Math.floor(Math.abs(offset) / 60))}${two(Math.abs(offset) % 60)}`;
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(":");
  return `${days[date.getDay()]} ${months[date.getMonth()]} ${two(date.getDate())} ${clock} ${zone} (${relativeTime(time, now)})`;
}

const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Milliseconds from start to end, or until now; 0 if it has not started. */
export function elapsed(
  startedAt: string | null | undefined,
  finishedAt: string | null | undefined,
  now: number,
): number {
  const start = timeOf(startedAt);
  return start === undefined ? 0 : (timeOf(finishedAt) ?? now) - start;
}

/** A Kubernetes timestamp in milliseconds since the epoch; undefined if it is missing or invalid. */
export function timeOf(text: string | null | undefined): number | undefined {
  if (text === undefined || text === null || text === "") return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}
