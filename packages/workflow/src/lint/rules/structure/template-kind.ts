import type { TemplateNode, TemplateType } from "../../model/template-node.js";

const order: readonly TemplateType[] = [
  "container",
  "containerSet",
  "steps",
  "dag",
  "script",
  "resource",
  "data",
  "suspend",
  "http",
  "plugin",
];

/**
 * The type that Argo takes a template for; where several are given, the first in its order.
 * Source: Template.GetType in pkg/apis/workflow/v1alpha1/workflow_types.go.
 */
export function typeOf({ types }: TemplateNode): TemplateType | undefined {
  return order.find((type) => types.includes(type));
}

/** Whether its artifacts have paths: all templates but a DAG, steps and suspend. Source: Template.IsLeaf. */
export function hasPaths(node: TemplateNode): boolean {
  const type = typeOf(node);
  return type !== undefined && type !== "dag" && type !== "steps" && type !== "suspend";
}
