import type { JsonValue } from "../model/json.js";
import type { Kind } from "../model/manifest.js";
import type { ShapeProblem } from "../schema/check-shape.js";
import type { TextRange } from "./positions.js";

/** Something that is wrong with the text itself. */
export interface SourceProblem extends TextRange {
  readonly kind: "syntax" | "duplicate-key" | "aliases" | "size";
  readonly message: string;
}

/** One document of a text, as far as it could be read. */
export interface DocumentNode {
  /** The document's own text. */
  readonly text: string;
  readonly range: TextRange;
  readonly problems: readonly SourceProblem[];
  /** Undefined if it could not be read. */
  readonly value: JsonValue | undefined;
  /** Undefined if it is not a manifest of Argo Workflows. */
  readonly kind: Kind | undefined;
  /** Where it does not have the shape of its kind. */
  readonly shape: readonly ShapeProblem[];
}
