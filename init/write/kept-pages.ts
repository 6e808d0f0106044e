/** Passages about `npm run init` in files that a project with the template's data keeps: start, end, replacement. */
const passages: Readonly<Record<string, readonly (readonly [from: string, to: string, instead: string])[]>> =
  {
    "README.md": [
      [
        " Your own data, with two classes:",
        "[make it yours](docs/how-to/make-it-yours.md).",
        ` Other columns need changes
in [\`src/dataset.ts\`](src/dataset.ts), [\`src/missing-values.ts\`](src/missing-values.ts) and
[\`src/evaluation/wording.ts\`](src/evaluation/wording.ts). \`npm run update-engine\` installs a newer engine:
[update the engine](docs/how-to/update-the-engine.md).`,
      ],
    ],
    "CONTRIBUTING.md": [
      [
        " runs all tests.",
        " runs all tests.",
        " runs the project's tests; those of the engine\nrun with `npm run test:engine`.",
      ],
      ["\n\n`npx knip", "200 MB.", ""],
      ["`npm run test:init` makes", "for minutes.\n\n", ""],
      ["`npm run pack` compiles", "`.ci/run` installs them.\n\n", ""],
      [
        " Without one, `npm test` runs the\ncommands",
        "`E2E_RECORD=true npm run e2e e2e/server.test.ts`.",
        "",
      ],
      ["\n\n## Releasing the packages", "on the page of its failed run.", ""],
    ],
  };

/**
 * A file of the template without its passages about `npm run init`.
 * @throws {Error} if the file does not contain a passage
 */
export function withoutInit(path: string, text: string): string {
  return (passages[path] ?? []).reduce((changed, [from, to, instead]) => {
    const begin = changed.indexOf(from);
    const end = changed.indexOf(to, begin);
    if (begin < 0 || end < 0) throw new Error(`${path} does not contain ${JSON.stringify(from)}.`);
    return `${changed.slice(0, begin)}${instead}${changed.slice(end + to.length)}`;
  }, text);
}
