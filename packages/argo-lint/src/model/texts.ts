import type { Path } from "./path.js";

/** A string of a manifest and its place. */
export interface TextAt {
  readonly text: string;
  readonly path: Path;
}

/** Every string below a value. */
export function* textsOf(value: unknown, path: Path): Generator<TextAt> {
  if (typeof value === "string") yield { text: value, path };
  else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* textsOf(item, [...path, i]);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* textsOf(item, [...path, key]);
  }
}

/** A string that can have variables: one with a `{{`, or an expression. */
export interface VariableText extends TextAt {
  /** Whether it is a key of a map; its path ends with it. */
  readonly isKey?: true;
}

/** The strings below a value that can have variables, including keys of maps. Cached, because several rules use them. */
export function variableTextsOf(value: unknown, path: Path): readonly VariableText[] {
  if (typeof value !== "object" || value === null) return findVariableTexts(value, path);
  // With an alias, the same value occurs at several paths.
  const known = textsOfValues.get(value);
  if (known?.path === path) return known.texts;
  const texts = findVariableTexts(value, path);
  textsOfValues.set(value, { path, texts });
  return texts;
}

const textsOfValues = new WeakMap<object, { readonly path: Path; readonly texts: readonly VariableText[] }>();

function findVariableTexts(value: unknown, path: Path): VariableText[] {
  const found: VariableText[] = [];
  const at = [...path];
  const visit = (part: unknown): void => {
    if (typeof part === "string") {
      const isExpression = at.at(-1) === "expression" || at.at(-1) === "fromExpression";
      if (isExpression || part.includes("{{")) found.push({ text: part, path: [...at] });
    } else if (Array.isArray(part)) {
      for (let i = 0; i < part.length; i++) {
        at.push(i);
        visit(part[i]);
        at.pop();
      }
    } else if (typeof part === "object" && part !== null) {
      for (const [key, item] of Object.entries(part)) {
        at.push(key);
        if (key.includes("{{")) found.push({ text: key, path: [...at], isKey: true });
        visit(item);
        at.pop();
      }
    }
  };
  visit(value);
  return found;
}
