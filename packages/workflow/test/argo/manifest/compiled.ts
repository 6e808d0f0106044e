import * as z from "zod";
import { type ArgoManifest, compileManifests } from "../../../src/argo/index.js";
import type { Workflow } from "../../../src/definition/graph.js";

const compiledSpec = z.object({
  templates: z.array(
    z.looseObject({
      name: z.string(),
      dag: z
        .object({ tasks: z.array(z.looseObject({ name: z.string(), template: z.string().optional() })) })
        .optional(),
      script: z.looseObject({}).optional(),
      container: z.looseObject({}).optional(),
    }),
  ),
});

type Template = z.output<typeof compiledSpec>["templates"][number];

/** The templates of a workflow's manifest by name, in their order. */
export function templatesOf(workflow: Workflow, image = "ghcr.io/you/app:1"): Map<string, Template> {
  const [manifest] = compileManifests(workflow, { image });
  const { templates } = compiledSpec.parse(manifest?.spec);
  return new Map(templates.map((template) => [template.name, template]));
}

/** One template of a workflow's manifest. */
export function templateOf(workflow: Workflow, name: string): Template | undefined {
  return templatesOf(workflow).get(name);
}

/** A manifest's metadata and specification without the templates. */
export function withoutTemplates(manifest: ArgoManifest): unknown {
  return JSON.parse(
    JSON.stringify(manifest, (key, value: unknown) => (key === "templates" ? undefined : value)),
  );
}
