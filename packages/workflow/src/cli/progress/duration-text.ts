/** A duration for people: 45ms, 1.2s, 2m 05s, 1h 03m. */
export function durationText(milliseconds: number): string {
  if (milliseconds < 999.5) return `${Math.round(milliseconds)}ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 59.95) return `${seconds.toFixed(1)}s`;
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}m ${String(whole % 60).padStart(2, "0")}s`;
  return `${Math.floor(minutes / 60)}h ${String(minutes % 60).padStart(2, "0")}m`;
}

/** The time from start to end, or until now; empty if it has not started. */
export function elapsedText(
  started: string | undefined,
  finished: string | undefined,
  now = Date.now(),
): string {
  if (started === undefined) return "";
  return durationText((finished === undefined ? now : Date.parse(finished)) - Date.parse(started));
}
