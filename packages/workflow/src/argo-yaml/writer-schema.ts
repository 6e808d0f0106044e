import { isReadAsText } from "@tiphys/argo-lint/yaml";
import { type CollectionTag, Scalar, type ScalarTag, Schema } from "yaml";
import { escapedText, mustBeEscaped } from "./escaped-text.js";

const mergeTag = "tag:yaml.org,2002:merge";
const textTag = "tag:yaml.org,2002:str";

/**
 * The schema for writing manifests: YAML 1.1, with texts quoted so that Argo's YAML library reads them unchanged. Merging is
 * disabled, so `<<` is a text.
 */
export const writerSchema = new Schema({
  schema: "yaml-1.1",
  customTags: (tags) =>
    tags
      .filter((tag) => typeof tag === "string" || tag.tag !== mergeTag)
      .map((tag) => (isTextTag(tag) ? quotingTag(tag) : tag)),
});

function isTextTag(tag: string | ScalarTag | CollectionTag): tag is ScalarTag {
  return typeof tag !== "string" && tag.collection === undefined && tag.tag === textTag;
}

/** The tag of texts; it double-quotes those that Argo's YAML library would read differently. */
function quotingTag(tag: ScalarTag): ScalarTag {
  return {
    ...tag,
    stringify(item, context, onComment, onChompKeep) {
      const text = String(item.value);
      if (mustBeEscaped(text)) return escapedText(text);
      const written = isReadAsText(text) ? item : inDoubleQuotes(text);
      return tag.stringify?.(written, context, onComment, onChompKeep) ?? escapedText(text);
    },
  };
}

function inDoubleQuotes(text: string): Scalar {
  const scalar = new Scalar(text);
  scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}
