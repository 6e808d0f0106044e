import { formatCount } from "../format.js";

/** That rows are beyond a chart's axes, as a sentence; empty where none are. */
export function outsideNote(outside: number): string {
  if (outside === 0) return "";
  const [lies, is, them] = outside === 1 ? ["row lies", "is", "it"] : ["rows lie", "are", "them"];
  return `${formatCount(outside)} ${lies} outside of this range and ${is} not drawn; the figures count ${them}.`;
}
