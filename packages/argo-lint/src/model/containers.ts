import type { Container } from "../argo-schema/types.js";
import type { DeepPartial } from "./deep-partial.js";
import { templateDisplayName } from "./display-name.js";
import type { TemplateNode } from "./manifest.js";
import type { Path } from "./path.js";

/** A container of a template and its place. */
export interface ContainerAt {
  readonly container: DeepPartial<Container>;
  readonly at: Path;
  /** `container of template "main"`. */
  readonly words: string;
  /** The settings of templateDefaults for such a container. */
  readonly defaults: DeepPartial<Container> | undefined;
}

/** The main containers of a template, then its init containers and sidecars. */
export function* containersOf(node: TemplateNode): Generator<ContainerAt> {
  yield* mainContainersOf(node);
  const { template, path } = node;
  for (const [field, kind] of [
    ["initContainers", "init container"],
    ["sidecars", "sidecar"],
  ] as const) {
    for (const [i, container] of (template[field] ?? []).entries()) {
      const words = `${kind} "${container.name ?? ""}" of ${templateDisplayName(node)}`;
      yield { container, at: [...path, field, i], words, defaults: undefined };
    }
  }
}

/** The main containers of a template: one, or those of a container set. */
export function* mainContainersOf(node: TemplateNode): Generator<ContainerAt> {
  const { template, path, manifest } = node;
  const { templateDefaults } = manifest.spec;
  for (const type of ["container", "script"] as const) {
    const container = template[type];
    if (container === undefined) continue;
    const words = `${type} of ${templateDisplayName(node)}`;
    yield { container, at: [...path, type], words, defaults: templateDefaults?.[type] };
  }
  for (const [i, container] of (template.containerSet?.containers ?? []).entries()) {
    const words = `container "${container.name ?? ""}" of ${templateDisplayName(node)}`;
    yield { container, at: [...path, "containerSet", "containers", i], words, defaults: undefined };
  }
}

/** The patches that change a template's pod, as one text. */
export function podPatchOf({ template, manifest }: TemplateNode): string {
  const { spec } = manifest;
  return [template, spec.templateDefaults, spec].map((place) => place?.podSpecPatch ?? "").join("\n");
}
