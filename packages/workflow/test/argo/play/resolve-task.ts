import { type DagTask, taskSchema } from "./manifest.js";
import { resolveArtifact } from "./resolve-artifact.js";
import { type Scope, textsOf } from "./scope.js";
import { substitute } from "./substitute.js";
import { whenHolds } from "./when.js";

/** Marks an argument that is an output of a skipped task. */
export const absentArgument = "__argo-play-absent-argument__";

/**
 * Replaces the tags of a task that read outputs of other tasks; undefined if its `when` does not hold.
 * @throws {Hanging} if a tag reads a value that will never be known
 */
export function resolveTask(
  task: DagTask,
  scope: Scope,
  globals: ReadonlyMap<string, string>,
): DagTask | undefined {
  const texts = { ...Object.fromEntries(globals), ...textsOf(scope) };
  const loops = task.withItems !== undefined || task.withParam !== undefined;
  if (task.when !== undefined) {
    const when = String(substitute(task.when, texts, "tasks"));
    try {
      if (!whenHolds(when)) return undefined;
    } catch (error) {
      // It may read the item, which is not known yet.
      if (!loops) throw error;
    }
  }
  const parameters = task.arguments.parameters.map((parameter) =>
    isAbsent(parameter.value, texts) ? { ...parameter, value: absentArgument } : parameter,
  );
  const marked = { ...task, arguments: { ...task.arguments, parameters } };
  const replaced = taskSchema.parse(substitute(marked, texts, "tasks"));
  const artifacts = replaced.arguments.artifacts.flatMap((artifact) => {
    if (artifact.from === undefined && artifact.fromExpression === undefined) return [artifact];
    const resolved = resolveArtifact(artifact, scope);
    return resolved === undefined ? [] : [resolved];
  });
  return { ...replaced, arguments: { ...replaced.arguments, artifacts } };
}

function isAbsent(value: string | undefined, texts: Readonly<Record<string, string | null>>): boolean {
  const tag = /^\{\{([^{}]*)\}\}$/.exec(value ?? "");
  return tag?.[1] !== undefined && texts[tag[1].trim()] === null;
}
