import { nearest } from "../text/did-you-mean.js";

/**
 * Whether Go's time.LoadLocation finds a time zone. It searches for a file of that name, so case matters.
 */
export function isTimezone(name: string): boolean {
  if (["", "UTC", "Local"].includes(name)) return true;
  const zones = Intl.supportedValuesOf("timeZone");
  if (zones.includes(name)) return true;
  const isMisspelt = zones.some((zone) => zone.toLowerCase() === name.toLowerCase());
  return !isMisspelt && /^[A-Z]/.test(name) && isKnown(name);
}

/** The closest time zone. */
export function nearestTimezone(name: string): string | undefined {
  return name.length > 40 ? undefined : nearest(name, Intl.supportedValuesOf("timeZone"));
}

/** The three-letter zones of Go; JavaScript knows more. */
const short = ["CET", "EET", "EST", "GMT", "HST", "MET", "MST", "PRC", "ROC", "ROK", "UCT", "UTC", "WET"];

/** Zones also have older names, which are not listed. */
function isKnown(name: string): boolean {
  if (name.length === 3 && !short.includes(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
