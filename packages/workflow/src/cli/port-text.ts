import type { Anything, ArtifactPort, Need, Port } from "../definition/port.js";
import { encodeText } from "../definition/text-form.js";

/** What an input is where nothing is set, as it would be typed; undefined where it has no default. */
export function defaultOf(name: string, port: Port): string | undefined {
  if (port.kind === "artifact") return port.origin?.path;
  return port.need === "defaulted" ? encodeText(`parameter "${name}"`, port.schema, port.default) : undefined;
}

/** What an artifact is: "table (.arrow)", "file (.csv)", "folder", "list of json (.json)". */
export function kindOfArtifact({ codec, list }: ArtifactPort<Anything, Need>): string {
  const [kind] = codec.format.split(":");
  return `${list ? "list of " : ""}${kind}${codec.extension === "" ? "" : ` (.${codec.extension})`}`;
}
