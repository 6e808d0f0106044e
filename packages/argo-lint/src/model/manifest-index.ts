import type {
  Call,
  CalledTemplate,
  CallTarget,
  Kind,
  Manifest,
  Resolution,
  TemplateLookup,
  TemplateReference,
} from "./manifest.js";

/** All manifests of one call of the linter. They may refer to each other. */
export class ManifestIndex implements TemplateLookup {
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

  sourceOfTemplates(manifest: Manifest): Manifest | undefined {
    const ref = manifest.spec.workflowTemplateRef;
    return ref === undefined ? manifest : this.#find(ref, manifest);
  }

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

  callee({ value, inline, caller }: Call, root = caller.manifest): CallTarget {
    if (inline !== undefined) return { kind: "found", template: inline };
    return this.called(value, caller.manifest, root);
  }

  called({ template, templateRef: ref }: CalledTemplate, manifest: Manifest, root = manifest): CallTarget {
    if (ref === undefined) return this.template(manifest, template);
    if (isDynamic(ref.name ?? "") || isDynamic(ref.template ?? "")) return { kind: "dynamic" };
    if (!ref.name || !ref.template) return { kind: "none" };
    const other = this.#find(ref, manifest.kind === "ClusterWorkflowTemplate" ? root : manifest);
    return other === undefined ? { kind: "elsewhere" } : this.template(other, ref.template);
  }

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
