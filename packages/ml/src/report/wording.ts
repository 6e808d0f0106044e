import type { Reference, Unit } from "./evaluation.js";
import { formatCount } from "./format.js";

/** "1 patient", "154 patients". */
export function countOf(count: number, unit: Unit): string {
  return `${formatCount(count)} ${unitFor(count, unit)}`;
}

/** “diabetes” patients: the rows of one class. */
export function classOf(label: string, count: number, unit: Unit): string {
  return `${inQuotes(label)} ${unitFor(count, unit)}`;
}

/** A class's name within a sentence. */
export function inQuotes(label: string): string {
  return `“${label}”`;
}

/** Cuts a text to a number of characters, for a drawing, which does not wrap text. */
export function shortened(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join("")}…`;
}

/** "Patients": a unit's name as the head of a column. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What categories are compared with, as a sentence that begins with a space; empty without references. */
export function referencesSentence(references: readonly Reference[]): string {
  if (references.length === 0) return "";
  const named = references.map(({ column, category }) => `${column}: ${inQuotes(category)}`).join(", ");
  return ` A category is compared with its column's reference, the most frequent one, which has no row of its own (${named}).`;
}

function unitFor(count: number, unit: Unit): string {
  return count === 1 ? unit.singular : unit.plural;
}

/** "12.5 EUR" */
export function inUnit(figure: string, unit: string | undefined): string {
  return unit === undefined ? figure : `${figure} ${unit}`;
}
