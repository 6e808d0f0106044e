import { describeSchema } from "../../definition/describe-schema.js";
import { encodeParameter } from "../../definition/parameter-text.js";
import type { AnyValue, ArtifactPort, Origin, OriginInRuns, Port, Presence } from "../../definition/port.js";

/** The values of an input or output, and the default: `an integer at least 1 and at most 3, default 2`, `table (.arrow)`. */
export function describeValue(name: string, port: Port): string {
  const fallback = defaultText(name, port);
  const meaning = port.kind === "parameter" ? describeSchema(port.schema) : kindOfArtifact(port);
  return fallback === undefined ? meaning : `${meaning}, default ${fallback}`;
}

/** The default of an input, as it would be typed; undefined if it has none. */
function defaultText(name: string, port: Port): string | undefined {
  if (port.kind === "artifact") return port.origin && originText(port.origin);
  return port.need === "defaulted"
    ? encodeParameter(`parameter "${name}"`, port.schema, port.default)
    : undefined;
}

function originText(origin: Origin | OriginInRuns): string {
  return origin.path ?? `the ${origin.output} of the newest succeeded run of ${origin.workflow}`;
}

/** The kind of an artifact: "table (.arrow)", "file (.csv)", "folder", "list of json (.json)". */
function kindOfArtifact({ codec, list }: ArtifactPort<AnyValue, Presence>): string {
  const [kind] = codec.format.split(":");
  return `${list ? "list of " : ""}${kind}${codec.extension === "" ? "" : ` (.${codec.extension})`}`;
}
