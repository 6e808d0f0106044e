import type { Prometheus } from "../argo-schema/types.js";
import type { DeepPartial } from "./deep-partial.js";
import type { Manifest } from "./manifest.js";
import type { Path } from "./path.js";

/** A metric of a workflow or a template, and its path. */
export interface MetricAt {
  readonly metric: DeepPartial<Prometheus>;
  readonly at: Path;
}

/** The metrics of the workflow, then those of its templates. */
export function* metricsOf({ spec, specPath, templates }: Manifest): Generator<MetricAt> {
  const places = [
    { metrics: spec.metrics, path: specPath },
    ...templates.map(({ template, path }) => ({ metrics: template.metrics, path })),
  ];
  for (const { metrics, path } of places) {
    for (const [i, metric] of (metrics?.prometheus ?? []).entries()) {
      yield { metric, at: [...path, "metrics", "prometheus", i] };
    }
  }
}
