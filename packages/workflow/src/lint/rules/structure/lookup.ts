import { type Kind, type Manifest, manifestName } from "../../model/manifest.js";
import { tagsOf } from "../../model/tags.js";
import type { TemplateNode } from "../../model/template-node.js";

/** The templates that the names of a manifest lead to. */
export interface TemplateSource {
  readonly manifest: Manifest;
  readonly names: ReadonlySet<string>;
  /** What holds them, for people. */
  readonly words: string;
}

const namesOf = new WeakMap<Manifest, ReadonlySet<string>>();

/** Names of the templates that are not inline. */
export function templateNames(manifest: Manifest): ReadonlySet<string> {
  const known = namesOf.get(manifest);
  if (known !== undefined) return known;
  const named = manifest.templates.filter(({ holder, name }) => holder === undefined && name !== "");
  const names = new Set(named.map(({ name }) => name));
  namesOf.set(manifest, names);
  return names;
}

/** The manifest's own templates, or those of its workflowTemplateRef; undefined where these are not given. */
export function sourceOfTemplates(manifest: Manifest): TemplateSource | undefined {
  const ref = manifest.spec.workflowTemplateRef;
  if (ref === undefined) return { manifest, names: templateNames(manifest), words: "this manifest" };
  const found = findTemplates(manifest, ref).manifest;
  if (found === undefined) return undefined;
  return { manifest: found, names: templateNames(found), words: manifestName(found) };
}

/** The manifest that a templateRef or workflowTemplateRef names, or one of that name in another namespace. */
export function findTemplates(
  from: Manifest,
  ref: { readonly name?: string; readonly clusterScope?: boolean },
): { readonly kind: Kind; readonly manifest?: Manifest; readonly namespace?: string } {
  if (ref.clusterScope === true) {
    const found = from.world.find("ClusterWorkflowTemplate", ref.name ?? "");
    return { kind: "ClusterWorkflowTemplate", ...(found && { manifest: found }) };
  }
  const kind = "WorkflowTemplate";
  const namespace = from.metadata.namespace ?? "";
  const found = from.world.manifests.filter(
    (other) => other.kind === kind && other.metadata.name === ref.name,
  );
  // A cluster template has no namespace of its own: what it refers to is looked for where it is used.
  const manifest =
    from.kind === "ClusterWorkflowTemplate"
      ? found[0]
      : found.find((other) => (other.metadata.namespace ?? "") === namespace);
  const elsewhere = found[0]?.metadata.namespace ?? "";
  return { kind, ...(manifest ? { manifest } : found.length > 0 ? { namespace: elsewhere } : {}) };
}

/** A text with what is known of the workflow's parameters put in, and for the entrypoint of its own inputs. */
export function withInputs(text: string, { template, manifest, holder, name }: TemplateNode): string {
  let result = withParameters(text, manifest);
  const { kind, spec } = manifest;
  const isRun = kind === "Workflow" || kind === "CronWorkflow";
  if (!isRun || holder !== undefined || name !== spec.entrypoint) return result;
  for (const { text: tag, content } of tagsOf(result)) {
    const input = template.inputs?.parameters?.find((each) => content === `inputs.parameters.${each.name}`);
    const argument = spec.arguments?.parameters?.find((each) => each.name === input?.name);
    const value = input === undefined ? undefined : (argument?.value ?? input.value ?? input.default);
    if (value !== undefined) result = result.replaceAll(tag, String(value));
  }
  return result;
}

/** A name with the workflow's parameters put in where their values are known. */
export function withParameters(name: string, manifest: Manifest): string {
  let result = name;
  for (const { text, content } of tagsOf(name)) {
    const parameter = manifest.spec.arguments?.parameters?.find(
      (each) => content === `workflow.parameters.${each.name}`,
    );
    if (parameter?.value !== undefined) result = result.replaceAll(text, String(parameter.value));
  }
  return result;
}
