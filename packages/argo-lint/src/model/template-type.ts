/** The fields that define the type of a template. A template has exactly one of them. */
export const templateTypes = [
  "container",
  "containerSet",
  "steps",
  "script",
  "resource",
  "dag",
  "suspend",
  "data",
  "http",
  "plugin",
] as const;

export type TemplateType = (typeof templateTypes)[number];

/** A template, by its types: those that are set. */
interface Typed {
  readonly types: readonly TemplateType[];
}

/** Whether a template runs something itself: any but a DAG or steps. */
export function isLeaf({ types }: Typed): boolean {
  return !types.includes("dag") && !types.includes("steps");
}

/** Whether Argo starts a pod for a template. */
export function hasPod({ types }: Typed): boolean {
  return types.some((type) => ["container", "script", "containerSet", "resource", "data"].includes(type));
}

/** The order in which Argo checks the type of a template. */
const typeOrder: readonly TemplateType[] = [
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
 * The type of a template for Argo; of several, the first in Argo's order.
 * Source: Template.GetType in pkg/apis/workflow/v1alpha1/workflow_types.go.
 */
export function templateTypeOf({ types }: Typed): TemplateType | undefined {
  return typeOrder.find((type) => types.includes(type));
}

/** Whether the artifacts of a template have paths: all but a DAG, steps and suspend. Source: Template.IsLeaf. */
export function hasPaths(node: Typed): boolean {
  const type = templateTypeOf(node);
  return type !== undefined && type !== "dag" && type !== "steps" && type !== "suspend";
}
