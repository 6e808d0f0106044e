import type { Call } from "./call.js";
import type { Kind, Manifest } from "./manifest.js";
import type { TemplateNode } from "./template-node.js";

/** What a reference leads to. */
export type Target =
  | { readonly kind: "found"; readonly template: TemplateNode }
  /** A manifest that is not among those of this call: the cluster may have it. */
  | { readonly kind: "elsewhere" }
  /** The name holds a `{{…}}`, so that it is known only at run time. */
  | { readonly kind: "dynamic" }
  | { readonly kind: "missing"; readonly known: readonly string[] }
  /** Nothing is named at all. */
  | { readonly kind: "none" };

/** All manifests of one call of the linter; references lead from one to another. */
export class World {
  readonly #manifests: Manifest[] = [];

  add(manifest: Manifest): void {
    this.#manifests.push(manifest);
  }

  get manifests(): readonly Manifest[] {
    return this.#manifests;
  }

  /** The manifest of that kind and name; undefined where it is not among these. */
  find(kind: Kind, name: string): Manifest | undefined {
    return this.#manifests.find((manifest) => manifest.kind === kind && manifest.metadata.name === name);
  }

  /** The template that a name of a manifest leads to, such as its `entrypoint` or a task's `template`. */
  template(manifest: Manifest, name: string | undefined): Target {
    if (name === undefined || name === "") return { kind: "none" };
    if (isDynamic(name)) return { kind: "dynamic" };
    const source = this.#sourceOfTemplates(manifest);
    if (source === undefined) return { kind: "elsewhere" };
    const found = source.templates.find(
      (template) => template.holder === undefined && template.name === name,
    );
    return found === undefined ? missing(source) : { kind: "found", template: found };
  }

  /** The template that a task or step calls, wherever it is. */
  callee({ value, inline, caller }: Call): Target {
    if (inline !== undefined) return { kind: "found", template: inline };
    const ref = value.templateRef;
    if (ref === undefined) return this.template(caller.manifest, value.template);
    if (isDynamic(ref.name ?? "") || isDynamic(ref.template ?? "")) return { kind: "dynamic" };
    if (!ref.name || !ref.template) return { kind: "none" };
    const other = this.find(
      ref.clusterScope === true ? "ClusterWorkflowTemplate" : "WorkflowTemplate",
      ref.name,
    );
    return other === undefined ? { kind: "elsewhere" } : this.template(other, ref.template);
  }

  /** A workflow that refers to a workflow template as a whole has that one's templates. */
  #sourceOfTemplates(manifest: Manifest): Manifest | undefined {
    const ref = manifest.spec.workflowTemplateRef;
    if (ref === undefined || isDynamic(ref.name ?? "")) return ref === undefined ? manifest : undefined;
    return this.find(
      ref.clusterScope === true ? "ClusterWorkflowTemplate" : "WorkflowTemplate",
      ref.name ?? "",
    );
  }
}

function missing(manifest: Manifest): Target {
  const named = manifest.templates.filter(({ holder, name }) => holder === undefined && name !== "");
  return { kind: "missing", known: named.map(({ name }) => name) };
}

function isDynamic(name: string): boolean {
  return name.includes("{{");
}
