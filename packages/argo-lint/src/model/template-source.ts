import { manifestDisplayName } from "./display-name.js";
import type { Manifest } from "./manifest.js";

/** The templates that the names of a manifest lead to. */
export interface TemplateSource {
  readonly manifest: Manifest;
  readonly names: ReadonlySet<string>;
  /** The manifest that defines them, for messages. */
  readonly words: string;
}

const namesOf = new WeakMap<Manifest, ReadonlySet<string>>();

/** Names of the templates that are not inline. */
export function namesOfTemplates(manifest: Manifest): ReadonlySet<string> {
  const known = namesOf.get(manifest);
  if (known !== undefined) return known;
  const named = manifest.templates.filter(({ holder, name }) => holder === undefined && name !== "");
  const names = new Set(named.map(({ name }) => name));
  namesOf.set(manifest, names);
  return names;
}

/** The manifest's own templates, or those of its workflowTemplateRef; undefined where that is not among the manifests. */
export function sourceOfTemplates(manifest: Manifest): TemplateSource | undefined {
  const source = manifest.lookup.sourceOfTemplates(manifest);
  if (source === undefined) return undefined;
  const words = source === manifest ? "this manifest" : manifestDisplayName(source);
  return { manifest: source, names: namesOfTemplates(source), words };
}
