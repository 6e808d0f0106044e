import { durationText } from "./duration-text.js";

export interface Transfer {
  readonly label: string;
  /** Bytes transferred so far. */
  readonly done: number;
  /** Bytes in total; undefined if not known. */
  readonly total: number | undefined;
  /** Since the transfer began. */
  readonly milliseconds: number;
}

const barWidth = 24;

/** A transfer in one line of at most `width` characters: `fetching … ━━━━━━──── 25% of 2.0 GB, 150 MB/s, 10.0s left`. */
export function transferLine({ label, done, total, milliseconds }: Transfer, width: number): string {
  const perSecond = milliseconds > 0 ? (done / milliseconds) * 1000 : 0;
  const speed = perSecond > 0 ? [`${bytesText(perSecond)}/s`] : [];
  const known = total !== undefined && total > 0;
  const part = known ? Math.min(1, done / total) : 0;
  const filled = Math.round(part * barWidth);
  const left =
    known && perSecond > 0 && done < total
      ? [`${durationText(((total - done) / perSecond) * 1000)} left`]
      : [];
  const state = known
    ? `${"━".repeat(filled)}${"─".repeat(barWidth - filled)} ${Math.floor(part * 100)}% of ${bytesText(total)}`
    : bytesText(done);
  const end = [state, ...speed, ...left].join(", ");
  const room = width - end.length - 1;
  if (room < 10) return end.slice(0, Math.max(0, width));
  return `${label.length > room ? `${label.slice(0, room - 1)}…` : label} ${end}`;
}

/** A size for people: 812 B, 23.9 kB, 2.1 GB. */
export function bytesText(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB", "PB"];
  let size = bytes;
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  const text = unit === 0 || size >= 99.95 ? String(Math.round(size)) : size.toFixed(1);
  return `${text} ${units[unit]}`;
}
