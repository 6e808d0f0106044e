/** Names of the examples that need the template's data. @param sources text of each `<name>.ts` */
export function examplesOfTheData(sources: ReadonlyMap<string, string>): string[] {
  return [...sources].flatMap(([name, text]) => (name !== "main" && text.includes('"../src/') ? [name] : []));
}

/** `examples/all.ts` without some examples. */
export function withoutExamples(all: string, names: readonly string[]): string {
  return names.reduce((text, name) => {
    const [importLine, exported] =
      new RegExp(`^import \\{ (\\w+) \\} from "\\./${name}\\.js";\\n`, "m").exec(text) ?? [];
    if (importLine === undefined || exported === undefined) return text;
    const entry = new RegExp(
      `^  \\{ name: "${name}",.*\\},\\n|^  \\{\\n    name: "${name}",[^]*?\\n  \\},\\n`,
      "m",
    );
    return text.replace(importLine, "").replace(entry, "");
  }, all);
}

/** `examples/README.md` without the rows of some examples. */
export function withoutRows(page: string, names: readonly string[]): string {
  return page
    .split("\n")
    .filter((line) => !names.some((name) => line.startsWith(`| [${name}](`)))
    .join("\n");
}
