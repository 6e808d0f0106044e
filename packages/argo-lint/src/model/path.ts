/** The place of something in a manifest: `["spec", "templates", 0, "name"]`. */
export type Path = readonly (string | number)[];

/** `spec.templates[0].name`; a key that is not a word is quoted: `metadata.labels["a/b"]`. */
export function pathText(path: Path): string {
  return path
    .map((part, i) => {
      if (typeof part === "number") return `[${part}]`;
      if (!/^[\w-]+$/.test(part)) return `[${JSON.stringify(part)}]`;
      return i === 0 ? part : `.${part}`;
    })
    .join("");
}
