import type { Call, Manifest } from "../manifest.js";
import { findUnresolved, type Unresolved } from "./find-unresolved.js";

const known = new WeakMap<Manifest, ReadonlyMap<Call, readonly Unresolved[]>>();

/** The variables in a task or step that do not exist. */
export function unresolvedOfCall(call: Call): readonly Unresolved[] {
  const { manifest } = call.caller;
  const groups = known.get(manifest) ?? groupByCall(findUnresolved(manifest));
  known.set(manifest, groups);
  return groups.get(call) ?? [];
}

function groupByCall(all: readonly Unresolved[]): ReadonlyMap<Call, readonly Unresolved[]> {
  const groups = new Map<Call, Unresolved[]>();
  for (const unresolved of all) {
    if (unresolved.call === undefined) continue;
    const group = groups.get(unresolved.call) ?? [];
    group.push(unresolved);
    groups.set(unresolved.call, group);
  }
  return groups;
}
