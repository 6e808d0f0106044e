import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { Fork, numberedLines } from "./fork.js";

/** An edit of one line: replaced, removed, or followed by a new line. */
interface Edit {
  readonly line: number;
  readonly kind: "replace" | "remove" | "insert";
}

const count = 12;
const edits = fc.uniqueArray(
  fc.record({
    line: fc.nat({ max: count - 1 }),
    kind: fc.constantFrom<Edit["kind"]>("replace", "remove", "insert"),
  }),
  { selector: ({ line }) => line, maxLength: 4 },
);
/** The edits of both sides in each of some files. */
const files = fc.array(fc.record({ ours: edits, theirs: edits }), { minLength: 8, maxLength: 8 });

function apply(text: string, side: string, changes: readonly Edit[]): string {
  return text
    .split("\n")
    .flatMap((line, i) => {
      const kind = changes.find((edit) => edit.line === i)?.kind;
      if (kind === "replace") return [`${side} replaced ${i}`];
      if (kind === "remove") return [];
      return kind === "insert" ? [line, `${side} inserted ${i}`] : [line];
    })
    .join("\n");
}

test(
  "random edits of both sides merge as git merge-file merges them, and no line is lost",
  { timeout: 120_000 },
  () => {
    const path = (i: number): string => `src/${i}.ts`;
    const folder = mkdtempSync(join(tmpdir(), "merge-file-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));

    /** The text that `git merge-file` writes, and whether it has conflicts. */
    const mergeFile = (sides: readonly string[]): { text: string; hasConflicts: boolean } => {
      for (const [i, side] of sides.entries()) writeFileSync(join(folder, String(i)), side);
      const labels = ["yours", "base", "template 0.2.0"].flatMap((label) => ["-L", label]);
      const { status, stdout } = spawnSync("git", ["merge-file", "-p", ...labels, "0", "1", "2"], {
        cwd: folder,
        encoding: "utf8",
      });
      return { text: stdout, hasConflicts: status !== 0 };
    };

    fc.assert(
      fc.property(files, (changes) => {
        const base = changes.map((_, i) => numberedLines(path(i), count));
        const ours = changes.map((change, i) => apply(base[i] ?? "", "mine", change.ours));
        const theirs = changes.map((change, i) => apply(base[i] ?? "", "theirs", change.theirs));
        const template = (texts: readonly string[]) =>
          new Map([["package.json", "{}\n"], ...texts.map((text, i): [string, string] => [path(i), text])]);
        const fork = new Fork(template(base));
        for (const [i, text] of ours.entries()) fork.write(path(i), text);
        fork.commit();
        const { conflicts } = fork.update(template(theirs));

        const expected = changes.map((_, i) => mergeFile([ours[i] ?? "", base[i] ?? "", theirs[i] ?? ""]));
        expect(changes.map((_, i) => fork.read(path(i)))).toEqual(expected.map(({ text }) => text));
        expect(conflicts).toEqual(
          expected.flatMap(({ hasConflicts }, i) => (hasConflicts ? [{ path: path(i), kind: "lines" }] : [])),
        );
        for (const [i] of changes.entries()) {
          const written = [ours[i], theirs[i]].join("\n").match(/^(mine|theirs) .*$/gm) ?? [];
          expect(fork.read(path(i)).split("\n")).toEqual(expect.arrayContaining(written));
        }
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 6) },
    );
  },
);
