import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type Files, Fork, insertLine, replaceLine } from "./fork.js";
import { large, newLines, small, template, textOf } from "./template.js";

const scaling = "feature-scaling.ts";

/** An edited project, and what its updates to the two later versions must report. */
interface EditedFork {
  readonly name: string;
  edit(fork: Fork): void;
  /** Conflicts, as `PATH: KIND`; default: none. */
  readonly small?: readonly string[];
  readonly large?: readonly string[];
  /** Lines of the template that are not taken, because the user removed the file or keeps the entry. */
  readonly without?: readonly string[];
}

const forks: readonly EditedFork[] = [
  {
    name: "steps edited on other lines than the template's",
    edit(fork) {
      fork.edit(`src/steps/${scaling}`, replaceLine(40, "// mine: scaling"));
      fork.edit("src/steps/evaluate.ts", (text) => `${text}// mine: evaluate\n`);
      fork.edit("src/workflow.ts", insertLine(5, "// mine: workflow"));
    },
  },
  {
    name: "a step edited on the template's line",
    edit(fork) {
      fork.edit(`src/steps/${scaling}`, replaceLine(10, "// mine: scaling"));
      fork.edit(`src/steps/${scaling}`, replaceLine(60, "// mine: scaling, elsewhere"));
    },
    small: [`src/steps/${scaling}: lines`],
    large: [`src/stages/${scaling}: lines`],
  },
  {
    name: "the Dockerfile edited on a line that the second version changes",
    edit: (fork) => fork.edit("Dockerfile", replaceLine(20, "# mine: docker")),
    large: ["Dockerfile: lines"],
  },
  {
    name: "workflow files edited",
    edit(fork) {
      fork.edit(".github/workflows/ci.yml", (text) => `${text}# mine: ci\n`);
      fork.edit(".github/workflows/release.yml", insertLine(5, "# mine: release"));
    },
    large: [".github/workflows/release.yml: removed-by-template"],
  },
  {
    name: "files removed",
    edit(fork) {
      for (const path of ["docs/how-to/explore.md", "README.md", "src/steps/make-predictions.ts"])
        fork.remove(path);
    },
    without: [newLines.readme],
  },
  {
    name: "the folder of the steps renamed",
    edit(fork) {
      fork.move("src/steps", "src/pipeline");
      fork.edit(`src/pipeline/${scaling}`, replaceLine(40, "// mine: scaling"));
    },
    large: [...template.keys()]
      .filter((path) => path.startsWith("src/steps/"))
      .flatMap((path) => [path, path.replace("steps", "pipeline"), path.replace("steps", "stages")])
      .map((path) => `${path}: moved`),
  },
  {
    name: "a step of the same name as one that the template adds",
    edit: (fork) => fork.write("src/steps/calibrate.ts", "// mine: calibrate\n"),
    small: ["src/steps/calibrate.ts: both-added"],
  },
  {
    name: "package.json edited",
    edit(fork) {
      fork.edit("package.json", (text) => {
        const content = JSON.parse(text);
        content.scripts.start = "tiphys run // mine: start";
        content.scripts.mine = "node // mine: script";
        content.dependencies["mine-pad"] = "^1.3.0 // mine: dependency";
        return `${JSON.stringify(content, undefined, 2)}\n`;
      });
    },
  },
  {
    name: "the README edited on the template's line and on others",
    edit(fork) {
      fork.edit("README.md", replaceLine(1, "# mine: title"));
      fork.edit("README.md", replaceLine(3, "mine: readme"));
      fork.edit("README.md", (text) => `${text}mine: end\n`);
    },
    small: ["README.md: lines"],
    large: ["README.md: lines"],
  },
  {
    name: "a file moved and edited",
    edit(fork) {
      fork.move("src/dataset.ts", "src/data/dataset.ts");
      fork.edit("src/data/dataset.ts", (text) => `${text}// mine: dataset\n`);
    },
  },
  {
    name: "a file made executable",
    edit(fork) {
      fork.edit("src/main.ts", insertLine(1, "#!/usr/bin/env tsx // mine: main"));
      fork.makeExecutable("src/main.ts");
    },
  },
  {
    name: "files of the user's own",
    edit(fork) {
      fork.write("src/steps/own.ts", "// mine: step\n");
      fork.write("src/stages/own.ts", "// mine: stage\n");
      fork.write("data/churn.csv", "a,b\r\n1,mine: data\r\n");
      fork.write("docs/logo.png", Buffer.from([0, 255, 10, 13]));
      fork.write("notes größe.md", "mine: notes\n");
      fork.makeExecutable("notes größe.md");
      symlinkSync("notes größe.md", fork.path("link.md"));
    },
  },
];

const versions = [
  ["small", small, "0.2.0"],
  ["large", large, "0.3.0"],
] as const;
const cases = forks.flatMap((fork) => versions.map((version) => [fork.name, ...version, fork] as const));

test.each(cases)("%s, updated to the %s later version", (_, size, after, version, edits) => {
  const fork = new Fork(template);
  edits.edit(fork);
  fork.commit();
  const before = fork.snapshot();
  const { conflicts, keptEntries } = fork.update(after, { versions: { from: "0.1.0", to: version } });

  expect(conflicts.map(({ path, kind }) => `${path}: ${kind}`).sort()).toEqual(
    [...(edits[size] ?? [])].sort(),
  );
  const text = [...fork.snapshot().values()].join("\n");
  expectUserLines(before, text);
  expectUntouched(fork, before, after);
  expectTemplateLines(after, text, edits.without ?? []);
  expectConflictsOfLinesOnly(fork, before, after);
  expect(JSON.parse(fork.read("package.json")).scripts).toMatchObject({
    calibrate: "tiphys run calibrate",
    start: keptEntries.length > 0 ? "tiphys run // mine: start" : "tiphys run --summary",
  });
  expect(fork.read(".tiphys.json")).toBe(after.get(".tiphys.json"));
});

test("after the conflicts are resolved and committed, the next update starts from the new version", () => {
  const fork = new Fork(template);
  fork.edit("README.md", replaceLine(3, "mine: readme"));
  fork.edit("Dockerfile", replaceLine(30, "# mine: docker"));
  fork.commit();
  const first = fork.update(small);
  expect(first.conflicts.map(({ path }) => path)).toEqual(["README.md"]);
  fork.edit("README.md", (text) => text.replace(/^(<{7}|={7}|>{7}).*\n/gm, ""));
  fork.commit();
  const found = fork.snapshot();
  const none = { conflicts: [], updated: [], merged: [], added: [], removed: [], moved: [] };
  const repeated = { before: small, versions: { from: "0.2.0", to: "0.2.0" } };
  expect(fork.update(small, repeated)).toMatchObject(none);
  expect(fork.snapshot()).toEqual(found);

  const second = fork.update(large, { before: small, versions: { from: "0.2.0", to: "0.3.0" } });
  expect(second).toMatchObject({ conflicts: [], removed: [".github/workflows/release.yml"] });
  expect(fork.read("README.md")).toContain(`mine: readme\n${newLines.readme}\n`);
  expect(fork.read("Dockerfile")).toContain("# mine: docker\n");
  expect(fork.read("Dockerfile")).toContain(`${newLines.docker} again\n`);
});

/** No line that the user added is lost. */
function expectUserLines(before: ReadonlyMap<string, string>, text: string): void {
  const lines = [...before.values()].flatMap((content) => content.match(/.*\bmine: .*/g) ?? []);
  for (const line of lines) expect(text).toContain(line.replace(/^(file|executable) /, ""));
}

/** A file that only the user has, and one that only the template changed, is as that side has it. */
function expectUntouched(fork: Fork, before: ReadonlyMap<string, string>, after: Files): void {
  const found = fork.snapshot();
  for (const [path, content] of before)
    if (!template.has(path) && !after.has(path) && /own|churn|logo|notes|link/.test(path))
      expect([path, found.get(path)]).toEqual([path, content]);
  for (const [path, content] of after)
    if (template.has(path) && before.get(path) === `file ${template.get(path)}`)
      expect([path, found.get(path)]).toEqual([path, `file ${content}`]);
}

/** Everything that the template added is there. */
function expectTemplateLines(after: Files, text: string, without: readonly string[]): void {
  const lines = [...after.values()].flatMap((content) => String(content).match(/^.*\btemplate: .*$/gm) ?? []);
  expect(lines.length).toBeGreaterThan(15);
  for (const line of lines) if (!without.includes(line)) expect(text).toContain(line);
}

/** A file has as many conflicts as `git merge-file` finds in it. */
function expectConflictsOfLinesOnly(fork: Fork, before: ReadonlyMap<string, string>, after: Files): void {
  for (const [path, ours] of before) {
    if (!template.has(path) || !after.has(path) || path === "package.json" || path === ".tiphys.json")
      continue;
    const sides = [ours.replace(/^\w+ /, ""), textOf(template, path), textOf(after, path)];
    expect([path, markersIn(fork.read(path))]).toEqual([path, conflictsOf(sides)]);
  }
}

function markersIn(text: string): number {
  return text.match(/^<{7} yours/gm)?.length ?? 0;
}

/** How many conflicts `git merge-file` finds: ours, the base, theirs. */
function conflictsOf(sides: readonly string[]): number {
  if (sides[0] === sides[1] || sides[1] === sides[2]) return 0;
  const folder = mkdtempSync(join(tmpdir(), "merge-file-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [i, side] of sides.entries()) writeFileSync(join(folder, String(i)), side);
  return spawnSync("git", ["merge-file", "-p", "0", "1", "2"], { cwd: folder }).status ?? -1;
}
