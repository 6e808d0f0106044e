import type { Arguments } from "../argo-schema/types.js";
import type { DeepPartial } from "./deep-partial.js";
import { callDisplayName } from "./display-name.js";
import type { Manifest } from "./manifest.js";
import type { Path } from "./path.js";

/** The arguments of a workflow, a task or a step, and their owner. */
export interface ArgumentList {
  readonly arguments: DeepPartial<Arguments>;
  readonly at: Path;
  readonly words: string;
  /** Whether each needs a value here: `argo submit` can set those of a workflow. */
  readonly complete: boolean;
}

/** All arguments of a manifest that Argo validates: not those of hooks. */
export function* argumentLists(manifest: Manifest): Generator<ArgumentList> {
  const { spec, specPath, templates, kind } = manifest;
  if (spec.arguments !== undefined) {
    const complete = kind === "CronWorkflow";
    yield { arguments: spec.arguments, at: [...specPath, "arguments"], words: "the workflow", complete };
  }
  for (const call of templates.flatMap(({ calls }) => calls)) {
    const own = call.value.arguments;
    if (own !== undefined) {
      yield { arguments: own, at: [...call.path, "arguments"], words: callDisplayName(call), complete: true };
    }
  }
}
