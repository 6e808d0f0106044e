import type { Path } from "../model/path.js";
import { hasTag } from "../model/tags.js";
import type { Problem } from "../rule.js";
import { isLabelKey, isLabelValue } from "./name-formats.js";

interface Metadata {
  readonly labels?: Readonly<Record<string, string | undefined>>;
  readonly annotations?: Readonly<Record<string, string | undefined>>;
}

/** The labels and annotations that Kubernetes refuses. Where variables are replaced first, strings with `{{` are accepted. */
export function* labelProblems(
  { labels = {}, annotations = {} }: Metadata,
  at: Path,
  variables: boolean,
): Generator<Problem> {
  for (const [key, value = ""] of Object.entries(labels)) {
    if (!(variables && hasTag(key)) && !isLabelKey(key))
      yield labelKeyProblem(key, [...at, "labels", key], "label");
    if (isLabelValue(value) || (variables && hasTag(value))) continue;
    yield {
      at: [...at, "labels", key],
      message: `The label "${key}" cannot have the value ${JSON.stringify(value)}.`,
      fix: "Write at most 63 letters, digits, -, _ and ., beginning and ending with a letter or digit; or use an annotation.",
    };
  }
  for (const key of Object.keys(annotations)) {
    if ((variables && hasTag(key)) || isLabelKey(key, { lowerCase: true })) continue;
    yield labelKeyProblem(key, [...at, "annotations", key], "annotation");
  }
}

export function labelKeyProblem(key: string, at: Path, kind: string): Problem {
  return {
    at,
    key: true,
    message: `${JSON.stringify(key)} cannot be the name of a${kind === "annotation" ? "n" : ""} ${kind}.`,
    fix: "Write at most 63 letters, digits, -, _ and ., beginning and ending with a letter or digit; a domain and a / may precede them.",
  };
}
