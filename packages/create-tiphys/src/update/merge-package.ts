import { isDeepStrictEqual } from "node:util";
import { UsageError } from "@tiphys/workflow";

/** An entry that the user and the template both changed, in different ways. The user's is kept. */
export interface KeptEntry {
  /** Its place, such as `scripts.test`. */
  readonly entry: string;
  /** The user's value as JSON; undefined if the user removed it. */
  readonly yours: string | undefined;
  /** The template's new value as JSON; undefined if the template removed it. */
  readonly template: string | undefined;
}

/** A merged package.json. */
export interface MergedPackage {
  readonly text: string;
  readonly kept: readonly KeptEntry[];
}

type Fields = Record<string, unknown>;

/**
 * Merges package.json entry by entry: what only the template changed is taken, everything of the user's stays, in the user's
 * order and indentation. The result has no conflict markers, so npm can read it.
 * @param before the template's text from which the user's was made
 * @param ours the user's text
 * @param after the template's new text
 * @throws {UsageError} if the user's text is not a JSON object
 */
export function mergePackage(before: string, ours: string, after: string): MergedPackage {
  const kept: KeptEntry[] = [];
  const content = parseOurs(ours);
  const merged = mergeFields(JSON.parse(before), content, JSON.parse(after), [], kept);
  if (JSON.stringify(merged) === JSON.stringify(content)) return { text: ours, kept };
  const [, indent = "  "] = /^([ \t]+)"/m.exec(ours) ?? [];
  const text = `${JSON.stringify(merged, undefined, indent)}\n`;
  return { text: ours.includes("\r\n") ? text.replaceAll("\n", "\r\n") : text, kept };
}

function parseOurs(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    if (isFields(value)) return value;
    throw new Error("it is not an object");
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new UsageError(
      `package.json cannot be read: ${reason}. It is merged entry by entry: correct and commit it, then run this again.`,
    );
  }
}

function mergeFields(
  before: Fields,
  ours: Fields,
  after: Fields,
  place: readonly string[],
  kept: KeptEntry[],
): Fields {
  const merged = new Map(Object.entries(ours));
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [then, own, now] = [before[name], ours[name], after[name]];
    if (isDeepStrictEqual(then, now) || isDeepStrictEqual(own, now)) continue;
    const inner = [...place, name];
    if (isFields(own) && isFields(now)) {
      merged.set(name, mergeFields(isFields(then) ? then : {}, own, now, inner, kept));
    } else if (isFields(then) && isFields(own) && now === undefined) {
      const rest = mergeFields(then, own, {}, inner, kept);
      if (Object.keys(rest).length > 0) merged.set(name, rest);
      else merged.delete(name);
    } else if (isFields(then) && own === undefined && isFields(now)) {
      const added = mergeFields(then, {}, now, inner, kept);
      if (Object.keys(added).length > 0) insert(merged, name, added, Object.keys(after));
    } else if (!isDeepStrictEqual(then, own)) {
      kept.push({ entry: inner.join("."), yours: JSON.stringify(own), template: JSON.stringify(now) });
    } else if (now === undefined) {
      merged.delete(name);
    } else {
      insert(merged, name, now, Object.keys(after));
    }
  }
  return Object.fromEntries(merged);
}

/** Sets an entry; a new one comes after the one before it in the template's order. */
function insert(fields: Map<string, unknown>, name: string, value: unknown, order: readonly string[]): void {
  if (fields.has(name)) {
    fields.set(name, value);
    return;
  }
  const previous = order.slice(0, order.indexOf(name)).findLast((other) => fields.has(other));
  const entries = [...fields];
  const at = entries.findIndex(([other]) => other === previous) + 1;
  fields.clear();
  for (const [key, content] of [...entries.slice(0, at), [name, value] as const, ...entries.slice(at)])
    fields.set(key, content);
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
