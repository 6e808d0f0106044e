import type { Call } from "./call.js";
import type { Kind, Manifest } from "./manifest.js";
import type { TemplateNode } from "./template-node.js";

/** A reference to a workflow template: a `templateRef` or a `workflowTemplateRef`. */
export interface TemplateReference {
  readonly name?: string;
  readonly clusterScope?: boolean;
}

/** Where a reference to a workflow template leads. */
export type Resolution =
  | { readonly kind: "found"; readonly manifest: Manifest }
  /** Only manifests of another namespace have that name; this is the namespace of the first one, empty where it has none. */
  | { readonly kind: "other-namespace"; readonly namespace: string }
  /** Several namespaces have one, and the reference is in a ClusterWorkflowTemplate, which belongs to none. */
  | { readonly kind: "ambiguous" }
  /** No manifest of this call has that name: the cluster may have one. */
  | { readonly kind: "unknown" };

/** The template that a name or a reference leads to. */
export type CallTarget =
  | { readonly kind: "found"; readonly template: TemplateNode }
  /** Its manifest is not among those of this call, or cannot be told from others of its name. */
  | { readonly kind: "elsewhere" }
  /** The name contains a `{{…}}`, so that it is known only at run time. */
  | { readonly kind: "dynamic" }
  /** Its manifest has no template of that name. */
  | { readonly kind: "missing" }
  /** Nothing is named at all. */
  | { readonly kind: "none" };

/** What a task, a step or a hook calls. */
export interface CalledTemplate {
  readonly template?: string;
  readonly templateRef?: TemplateReference & { readonly template?: string };
}

/** All manifests of one call of the linter; references lead from one to another. */
export class ManifestIndex {
  readonly #manifests: Manifest[] = [];
  readonly #byName = new Map<string, Manifest[]>();

  add(manifest: Manifest): void {
    this.#manifests.push(manifest);
    const { name } = manifest.metadata;
    // A generateName becomes a name only in the cluster: no reference can lead to it.
    if (!name) return;
    const key = keyOf(manifest.kind, name);
    const others = this.#byName.get(key);
    if (others === undefined) this.#byName.set(key, [manifest]);
    else others.push(manifest);
  }

  get manifests(): readonly Manifest[] {
    return this.#manifests;
  }

  /**
   * The workflow template that a reference names, as Argo looks for it: a ClusterWorkflowTemplate by its name alone, a
   * WorkflowTemplate in the namespace of the manifest that contains the reference. A manifest without a namespace finds
   * only those without one, as in `argo lint`. A ClusterWorkflowTemplate has no namespace: its references are resolved
   * where it is called, so that one of several templates of a name cannot be chosen.
   *
   * Source: GetNamespaceGetter in pkg/apiclient/offline-client.go, and workflow/templateresolution/context.go
   */
  resolve(ref: TemplateReference, from: Manifest): Resolution {
    const kind = kindOfReference(ref);
    const named = this.#byName.get(keyOf(kind, ref.name ?? "")) ?? [];
    const [first] = named;
    if (first === undefined) return { kind: "unknown" };
    if (kind === "ClusterWorkflowTemplate") return { kind: "found", manifest: first };
    if (from.kind === "ClusterWorkflowTemplate") {
      const isOne = named.every((manifest) => namespaceOf(manifest) === namespaceOf(first));
      return isOne ? { kind: "found", manifest: first } : { kind: "ambiguous" };
    }
    const manifest = named.find((other) => namespaceOf(other) === namespaceOf(from));
    if (manifest !== undefined) return { kind: "found", manifest };
    return { kind: "other-namespace", namespace: namespaceOf(first) };
  }

  /** The manifest whose templates the names in a manifest lead to: its own, or those of its workflowTemplateRef; undefined where that is not found. */
  sourceOfTemplates(manifest: Manifest): Manifest | undefined {
    const ref = manifest.spec.workflowTemplateRef;
    return ref === undefined ? manifest : this.#find(ref, manifest);
  }

  /** The template that a name of a manifest leads to, such as its `entrypoint` or a task's `template`. */
  template(manifest: Manifest, name: string | undefined): CallTarget {
    if (name === undefined || name === "") return { kind: "none" };
    if (isDynamic(name)) return { kind: "dynamic" };
    const source = this.sourceOfTemplates(manifest);
    if (source === undefined) return { kind: "elsewhere" };
    const found = source.templates.find(
      (template) => template.holder === undefined && template.name === name,
    );
    return found === undefined ? { kind: "missing" } : { kind: "found", template: found };
  }

  /**
   * The template that a task or step calls, wherever it is.
   *
   * @param root the manifest that is run: what a ClusterWorkflowTemplate refers to is resolved in its namespace
   */
  callee({ value, inline, caller }: Call, root = caller.manifest): CallTarget {
    if (inline !== undefined) return { kind: "found", template: inline };
    return this.called(value, caller.manifest, root);
  }

  /** The template that a `template` or a `templateRef` of a manifest leads to. */
  called({ template, templateRef: ref }: CalledTemplate, manifest: Manifest, root = manifest): CallTarget {
    if (ref === undefined) return this.template(manifest, template);
    if (isDynamic(ref.name ?? "") || isDynamic(ref.template ?? "")) return { kind: "dynamic" };
    if (!ref.name || !ref.template) return { kind: "none" };
    const other = this.#find(ref, manifest.kind === "ClusterWorkflowTemplate" ? root : manifest);
    return other === undefined ? { kind: "elsewhere" } : this.template(other, ref.template);
  }

  /** The manifest in which the template that is called is looked for; undefined where that is not found. */
  sourceOfCalled({ templateRef: ref }: CalledTemplate, manifest: Manifest): Manifest | undefined {
    return ref === undefined ? this.sourceOfTemplates(manifest) : this.#find(ref, manifest);
  }

  #find(ref: TemplateReference, from: Manifest): Manifest | undefined {
    const found = this.resolve(ref, from);
    return found.kind === "found" ? found.manifest : undefined;
  }
}

/** The kind of manifest that a reference leads to. */
export function kindOfReference({ clusterScope }: TemplateReference): Kind {
  return clusterScope === true ? "ClusterWorkflowTemplate" : "WorkflowTemplate";
}

function keyOf(kind: Kind, name: string): string {
  return `${kind} ${name}`;
}

function namespaceOf({ metadata }: Manifest): string {
  return metadata.namespace ?? "";
}

function isDynamic(name: string): boolean {
  return name.includes("{{");
}
