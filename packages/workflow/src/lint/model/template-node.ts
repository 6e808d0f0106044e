import type { Template } from "../../definition/argo-schema/types.js";
import type { Path } from "../path.js";
import type { Call } from "./call.js";
import type { DeepPartial } from "./deep-partial.js";
import type { Manifest } from "./manifest.js";

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

/** A template of a manifest and its place. */
export interface TemplateNode {
  readonly manifest: Manifest;
  readonly template: DeepPartial<Template>;
  readonly path: Path;
  /** Empty for an inline template. */
  readonly name: string;
  /** Those that are set: none or several are an error of their own. */
  readonly types: readonly TemplateType[];
  /** The task or step that holds it, for an inline template. */
  readonly holder: Call | undefined;
  /** Tasks of its DAG, or steps of all its groups, in the order of the file. */
  readonly calls: readonly Call[];
}

/** Whether it runs something itself: any template but a DAG or steps. */
export function isLeaf({ types }: TemplateNode): boolean {
  return !types.includes("dag") && !types.includes("steps");
}

/** Whether Argo starts a pod for it. */
export function hasPod({ types }: TemplateNode): boolean {
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
export function templateTypeOf({ types }: TemplateNode): TemplateType | undefined {
  return typeOrder.find((type) => types.includes(type));
}

/** Whether its artifacts have paths: all templates but a DAG, steps and suspend. Source: Template.IsLeaf. */
export function hasPaths(node: TemplateNode): boolean {
  const type = templateTypeOf(node);
  return type !== undefined && type !== "dag" && type !== "steps" && type !== "suspend";
}
