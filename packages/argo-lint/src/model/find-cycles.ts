/**
 * Disjoint cycles of a directed graph: if there is any, at least one is found. Linear time in nodes and edges.
 *
 * @param next the targets of a node's edges; those that are not in `nodes` are ignored
 * @returns each cycle's nodes in the order of its edges, beginning with the one that comes first in `nodes`
 */
export function findCycles<N>(nodes: readonly N[], next: (node: N) => readonly N[]): N[][] {
  const order = new Map(nodes.map((node, i) => [node, i]));
  const done = new Set<N>();
  const cycles: N[][] = [];
  const inCycles = new Set<N>();
  for (const root of nodes) {
    if (done.has(root)) continue;
    const path: { node: N; left: readonly N[]; at: number }[] = [{ node: root, left: next(root), at: 0 }];
    const depths = new Map([[root, 0]]);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      if (step.at === step.left.length) {
        done.add(step.node);
        depths.delete(step.node);
        path.pop();
        continue;
      }
      const node = step.left[step.at++];
      if (node === undefined || !order.has(node) || done.has(node)) continue;
      const depth = depths.get(node);
      if (depth === undefined) {
        depths.set(node, path.length);
        path.push({ node, left: next(node), at: 0 });
        continue;
      }
      const cycle = path.slice(depth).map((part) => part.node);
      if (cycle.some((part) => inCycles.has(part))) continue;
      for (const part of cycle) inCycles.add(part);
      cycles.push(beginningWithFirst(cycle, order));
    }
  }
  return cycles;
}

function beginningWithFirst<N>(cycle: readonly N[], order: ReadonlyMap<N, number>): N[] {
  let first = 0;
  for (const [i, node] of cycle.entries()) {
    const best = cycle[first];
    if (best !== undefined && (order.get(node) ?? 0) < (order.get(best) ?? 0)) first = i;
  }
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}
