import type { Arguments } from "../../definition/argo-schema/types.js";
import type { Path } from "../path.js";
import type { Loose } from "./loose.js";
import type { Manifest } from "./manifest.js";
import { callWords } from "./words.js";

/** The arguments of a workflow, of a task or of a step, and whose they are. */
export interface ArgumentList {
  readonly arguments: Loose<Arguments>;
  readonly at: Path;
  readonly words: string;
  /** Whether each has to be given here: `argo submit` can give those of a workflow. */
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
      yield { arguments: own, at: [...call.path, "arguments"], words: callWords(call), complete: true };
    }
  }
}
