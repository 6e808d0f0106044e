import type { ContainerNode } from "../../argo-schema/types.js";
import { capitalize } from "../../messages/phrases.js";
import { suggest } from "../../messages/suggestions.js";
import type { DeepPartial } from "../../model/deep-partial.js";
import { templateDisplayName } from "../../model/display-name.js";
import type { Path } from "../../model/path.js";
import { defineRule, type Reporter } from "../../rule.js";

/** Source: ContainerSetTemplate.Validate in pkg/apis/workflow/v1alpha1/container_set_template_types.go. */
export const containerSet = defineRule({
  name: "container-set",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "A container set has containers with unique names, whose dependencies exist and form no cycle; with input artifacts or outputs, one is named main.",
  template(node, report) {
    const { containerSet: set, inputs, outputs } = node.template;
    if (set === undefined) return;
    const words = `the container set of ${templateDisplayName(node)}`;
    const containers = set.containers ?? [];
    const at = [...node.path, "containerSet", "containers"];
    if (containers.length === 0) {
      const fix = "Add a container.";
      report({ at: at.slice(0, -1), message: `${capitalize(words)} has no containers.`, fix });
      return;
    }
    const names = new Set<string>();
    for (const [i, { name = "" }] of containers.entries()) {
      const fault = nameProblem(name, names);
      if (fault !== undefined) {
        report({
          at: name === "" ? [...at, i] : [...at, i, "name"],
          message: `A container in ${words} ${fault[0]}.`,
          fix: fault[1],
        });
      }
      names.add(name);
    }
    checkDependencies(containers, names, at, words, report);
    const needed = [
      ...((inputs?.artifacts ?? []).length > 0 ? ["input artifacts"] : []),
      ...((outputs?.parameters ?? []).length + (outputs?.artifacts ?? []).length > 0 ? ["outputs"] : []),
    ];
    if (needed.length > 0 && !names.has("main")) {
      report({
        at,
        message: `No container in ${words} is named "main", whose files Argo needs for ${needed.join(" and ")}.`,
        fix: 'Name the container that has the files "main".',
      });
    }
  },
});

function nameProblem(
  name: string,
  before: ReadonlySet<string>,
): readonly [fault: string, fix: string] | undefined {
  if (name === "") return ["has no name", "Set name."];
  // The rule container-name checks all others.
  if (name.includes("{{")) return [`has the name "${name}"`, "Write a name without a variable."];
  return before.has(name)
    ? [`has the name "${name}", like one before it`, "Give it a unique name."]
    : undefined;
}

function checkDependencies(
  containers: readonly DeepPartial<ContainerNode>[],
  names: ReadonlySet<string>,
  at: Path,
  words: string,
  report: Reporter,
): void {
  const waiting = new Map(containers.map(({ name = "", dependencies = [] }) => [name, [...dependencies]]));
  for (const [i, { name = "", dependencies = [] }] of containers.entries()) {
    for (const [d, dependency] of dependencies.entries()) {
      if (names.has(dependency)) continue;
      report({
        at: [...at, i, "dependencies", d],
        message: `The container "${name}" in ${words} depends on "${dependency}", which is not one of its containers.`,
        fix: suggest(dependency, names, "Name an existing container."),
      });
    }
  }
  for (let size = -1; size !== waiting.size; ) {
    size = waiting.size;
    for (const [name, dependencies] of waiting) {
      if (dependencies.every((dependency) => !waiting.has(dependency))) waiting.delete(name);
    }
  }
  const first = containers.findIndex(({ name = "" }) => waiting.has(name));
  if (first < 0) return;
  report({
    at: [...at, first, "dependencies"],
    message: `Containers in ${words} depend on each other in a cycle, or on one that does: ${[...waiting.keys()].join(", ")}.`,
    fix: "Remove one of these dependencies.",
  });
}
