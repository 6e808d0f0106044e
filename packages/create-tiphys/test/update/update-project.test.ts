import { chmodSync, lstatSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { updateProject } from "../../src/update/update-project.js";
import { changed, Fork, numberedLines, replaceLine } from "./fork.js";

const before = new Map([
  [".tiphys.json", '{ "version": "0.1.0" }\n'],
  ["package.json", '{\n  "name": "churn",\n  "scripts": {\n    "test": "vitest run"\n  }\n}\n'],
  ["Dockerfile", numberedLines("Dockerfile")],
  ["README.md", numberedLines("README")],
  ["src/steps/load.ts", numberedLines("load")],
  ["src/steps/train.ts", numberedLines("train")],
  ["src/workflow.ts", numberedLines("workflow")],
]);
const newState = '{ "version": "0.2.0" }\n';

test("changes of the template on other lines than the user's are merged", () => {
  const fork = new Fork(before);
  fork.edit("Dockerfile", replaceLine(2, "mine"));
  fork.commit();
  const after = changed(before, {
    ".tiphys.json": newState,
    Dockerfile: replaceLine(18, "theirs")(numberedLines("Dockerfile")),
    "src/steps/load.ts": replaceLine(1, "theirs")(numberedLines("load")),
    "src/new.ts": "new\n",
    "README.md": undefined,
  });
  expect(fork.update(after)).toEqual({
    versions: { from: "0.1.0", to: "0.2.0" },
    migrations: [],
    conflicts: [],
    updated: [".tiphys.json", "src/steps/load.ts"],
    merged: ["Dockerfile"],
    added: ["src/new.ts"],
    removed: ["README.md"],
    moved: [],
    keptRemoved: [],
    keptEntries: [],
  });
  const both = replaceLine(18, "theirs")(replaceLine(2, "mine")(numberedLines("Dockerfile")));
  expect(fork.read("Dockerfile")).toBe(both);
  expect(fork.read("src/new.ts")).toBe("new\n");
  expect(fork.has("README.md")).toBe(false);
  expect(fork.status()).toEqual([
    "M  .tiphys.json",
    "M  Dockerfile",
    "D  README.md",
    "A  src/new.ts",
    "M  src/steps/load.ts",
  ]);
});

test("a line that both changed gets markers with the names of the sides, and git knows the conflict", () => {
  const fork = new Fork(before, "", ["merge.conflictStyle=diff3"]);
  fork.edit("src/workflow.ts", replaceLine(2, "mine"));
  fork.commit();
  const after = changed(before, {
    "src/workflow.ts": replaceLine(2, "theirs")(numberedLines("workflow")),
  });
  const { conflicts } = fork.update(after);
  expect(conflicts).toEqual([{ path: "src/workflow.ts", kind: "lines" }]);
  expect(fork.read("src/workflow.ts").split("\n").slice(0, 7)).toEqual([
    "workflow line 1",
    "<<<<<<< yours",
    "mine",
    "=======",
    "theirs",
    ">>>>>>> template 0.2.0",
    "workflow line 3",
  ]);
  expect(fork.status()).toEqual(["UU src/workflow.ts"]);
  fork.git("checkout", "--theirs", "src/workflow.ts");
  expect(fork.read("src/workflow.ts")).toBe(after.get("src/workflow.ts"));
  fork.git("checkout", "--ours", "src/workflow.ts");
  expect(fork.read("src/workflow.ts")).toBe(replaceLine(2, "mine")(numberedLines("workflow")));
  fork.git("checkout", "--conflict=merge", "src/workflow.ts");
  expect(fork.read("src/workflow.ts")).toContain("<<<<<<< ours\nmine\n=======\ntheirs\n>>>>>>> theirs\n");
  expect(() => fork.git("commit", "--message", "too early")).toThrow();
});

test("the template's changes follow a file that the user moved, and new files a folder", () => {
  const fork = new Fork(before, "", [
    "merge.renames=false",
    "merge.directoryRenames=false",
    "diff.renames=false",
  ]);
  fork.move("src/steps", "src/stages");
  fork.move("Dockerfile", "image/Dockerfile");
  fork.commit();
  const after = changed(before, {
    Dockerfile: replaceLine(3, "theirs")(numberedLines("Dockerfile")),
    "src/steps/train.ts": replaceLine(3, "theirs")(numberedLines("train")),
    "src/steps/new.ts": "new\n",
  });
  const report = fork.update(after);
  expect(report).toMatchObject({
    conflicts: [],
    merged: ["image/Dockerfile", "src/stages/train.ts"],
    added: ["src/stages/new.ts"],
  });
  expect(fork.read("image/Dockerfile")).toBe(after.get("Dockerfile"));
  expect(fork.read("src/stages/train.ts")).toBe(after.get("src/steps/train.ts"));
  expect(fork.has("src/steps")).toBe(false);
});

test("the user's edits follow a file that the template moved; files that only the user has stay where they are", () => {
  const fork = new Fork(before);
  fork.edit("src/steps/train.ts", replaceLine(3, "mine"));
  fork.write("src/steps/own.ts", "own\n");
  fork.commit();
  const after = changed(before, {
    "src/steps/load.ts": undefined,
    "src/steps/train.ts": undefined,
    "src/stages/load.ts": numberedLines("load"),
    "src/stages/train.ts": replaceLine(9, "theirs")(numberedLines("train")),
  });
  const report = fork.update(after);
  expect(report).toMatchObject({
    conflicts: [],
    moved: [
      { from: "src/steps/load.ts", to: "src/stages/load.ts" },
      { from: "src/steps/train.ts", to: "src/stages/train.ts" },
    ],
    updated: [],
    merged: ["src/stages/train.ts"],
  });
  expect(fork.read("src/stages/train.ts")).toBe(
    replaceLine(9, "theirs")(replaceLine(3, "mine")(numberedLines("train"))),
  );
  expect(fork.snapshot().get("src/steps/own.ts")).toBe("file own\n");
  expect(fork.has("src/steps/load.ts")).toBe(false);
});

test("a file that the user removed stays removed", () => {
  const fork = new Fork(before);
  fork.remove("src/steps/load.ts");
  fork.remove("README.md");
  fork.commit();
  const report = fork.update(
    changed(before, { "src/steps/load.ts": replaceLine(3, "theirs")(numberedLines("load")) }),
  );
  expect(report).toMatchObject({ conflicts: [], keptRemoved: ["src/steps/load.ts"] });
  expect(fork.has("src/steps/load.ts")).toBe(false);
  expect(fork.has("README.md")).toBe(false);
  expect(fork.status()).toEqual([]);
});

test("a file that the template removed and the user edited is a conflict, and the user's stays in place", () => {
  const fork = new Fork(before);
  fork.edit("README.md", replaceLine(4, "mine"));
  fork.commit();
  const report = fork.update(changed(before, { "README.md": undefined }));
  expect(report.conflicts).toEqual([{ path: "README.md", kind: "removed-by-template" }]);
  expect(fork.read("README.md")).toBe(replaceLine(4, "mine")(numberedLines("README")));
  expect(fork.status()).toEqual(["UD README.md"]);
});

test("a new file of the template at the path of a user's file gets markers", () => {
  const fork = new Fork(before);
  fork.write("src/steps/score.ts", "mine\n");
  fork.commit();
  const report = fork.update(changed(before, { "src/steps/score.ts": "theirs\n" }));
  expect(report.conflicts).toEqual([{ path: "src/steps/score.ts", kind: "both-added" }]);
  expect(fork.read("src/steps/score.ts")).toBe(
    "<<<<<<< yours\nmine\n=======\ntheirs\n>>>>>>> template 0.2.0\n",
  );
  expect(fork.status()).toEqual(["AA src/steps/score.ts"]);
});

test("a file that both moved to different places is a conflict", () => {
  const fork = new Fork(before);
  fork.move("Dockerfile", "docker/Dockerfile");
  fork.commit();
  const report = fork.update(
    changed(before, { Dockerfile: undefined, "image/Dockerfile": numberedLines("Dockerfile") }),
  );
  expect(report.conflicts.map(({ kind }) => kind)).toEqual(["moved", "moved", "moved"]);
  expect(fork.read("docker/Dockerfile")).toBe(numberedLines("Dockerfile"));
  expect(fork.read("image/Dockerfile")).toBe(numberedLines("Dockerfile"));
});

test("a binary file that both changed keeps the user's content, without markers", () => {
  const binary = (last: number): Buffer => Buffer.from([0, 1, 2, 255, 254, last]);
  const fork = new Fork(changed(before, { "logo.png": binary(1) }));
  fork.write("logo.png", binary(2));
  fork.commit();
  const report = fork.update(changed(before, { "logo.png": binary(3) }));
  expect(report.conflicts).toEqual([{ path: "logo.png", kind: "no-markers" }]);
  expect(fork.snapshot().get("logo.png")).toBe(`file ${binary(2).toString("latin1")}`);
  fork.git("checkout", "--theirs", "logo.png");
  expect(fork.snapshot().get("logo.png")).toBe(`file ${binary(3).toString("latin1")}`);
});

test("a user's file where the template now has a folder is kept beside it", () => {
  const fork = new Fork(before);
  fork.write("docs", "my notes\n");
  fork.commit();
  const report = fork.update(changed(before, { "docs/update.md": "theirs\n" }));
  expect(report.conflicts).toEqual([{ path: "docs~yours", kind: "file-and-folder" }]);
  expect(fork.read("docs~yours")).toBe("my notes\n");
  expect(fork.read("docs/update.md")).toBe("theirs\n");
});

test("package.json is merged entry by entry, without markers", () => {
  const fork = new Fork(before);
  fork.write(
    "package.json",
    '{\n  "name": "churn",\n  "scripts": {\n    "test": "vitest run --bail 1",\n    "mine": "node mine.js"\n  }\n}\n',
  );
  fork.commit();
  const report = fork.update(
    changed(before, {
      "package.json":
        '{\n  "name": "churn",\n  "scripts": {\n    "test": "vitest run --silent",\n    "yaml": "tiphys yaml"\n  }\n}\n',
    }),
  );
  expect(report).toMatchObject({
    conflicts: [],
    merged: ["package.json"],
    keptEntries: [
      { entry: "scripts.test", yours: '"vitest run --bail 1"', template: '"vitest run --silent"' },
    ],
  });
  expect(JSON.parse(fork.read("package.json"))).toEqual({
    name: "churn",
    scripts: { test: "vitest run --bail 1", yaml: "tiphys yaml", mine: "node mine.js" },
  });
});

test("executable bits and links of the user stay", () => {
  const fork = new Fork(before);
  fork.makeExecutable("src/steps/train.ts");
  symlinkSync("README.md", fork.path("LIESMICH.md"));
  fork.remove("src/workflow.ts");
  symlinkSync("steps/train.ts", fork.path("src/workflow.ts"));
  fork.commit();
  const report = fork.update(
    changed(before, {
      "src/steps/train.ts": replaceLine(3, "theirs")(numberedLines("train")),
      "ci/run": "#!/bin/sh\n",
    }),
  );
  expect(report.conflicts).toEqual([]);
  expect(lstatSync(fork.path("src/steps/train.ts")).mode & 0o111).toBe(0o111);
  expect(lstatSync(fork.path("ci/run")).mode & 0o111).toBe(0o111);
  expect(fork.snapshot().get("LIESMICH.md")).toBe("link to README.md");
  expect(fork.snapshot().get("src/workflow.ts")).toBe("link to steps/train.ts");
});

test("a project in a folder of its repository is updated alone, at any path", () => {
  const fork = new Fork(before, "proj ekte/größe [1]");
  fork.write("../other/Dockerfile", numberedLines("Dockerfile"));
  fork.write("../../README.md", numberedLines("README"));
  fork.write("dätei [2].txt", "own\n");
  fork.edit("src/workflow.ts", replaceLine(2, "mine"));
  fork.remove("src/steps/load.ts");
  fork.write("meine texte", "notes\n");
  fork.commit();
  fork.write("../../README.md", "not committed, outside of the project\n");
  fork.git("add", "../../README.md");
  fork.write("../other/new.txt", "not tracked\n");
  const outside = [...fork.snapshot()].filter(([path]) => !path.startsWith("proj ekte/größe"));
  const after = changed(before, {
    Dockerfile: replaceLine(3, "theirs")(numberedLines("Dockerfile")),
    "README.md": undefined,
    "src/ein schritt für sich.ts": "new\n",
    "src/workflow.ts": replaceLine(2, "theirs")(numberedLines("workflow")),
    "src/steps/load.ts": replaceLine(2, "theirs")(numberedLines("load")),
    "meine texte/a.md": "theirs\n",
  });
  const report = fork.update(after);
  expect(report).toMatchObject({
    conflicts: [
      { path: "meine texte~yours", kind: "file-and-folder" },
      { path: "src/workflow.ts", kind: "lines" },
    ],
    updated: ["Dockerfile"],
    removed: ["README.md"],
    added: ["meine texte/a.md", "src/ein schritt für sich.ts"],
    keptRemoved: ["src/steps/load.ts"],
  });
  expect(fork.read("Dockerfile")).toBe(after.get("Dockerfile"));
  expect(fork.read("src/ein schritt für sich.ts")).toBe("new\n");
  expect(fork.read("dätei [2].txt")).toBe("own\n");
  expect([...fork.snapshot()].filter(([path]) => !path.startsWith("proj ekte/größe"))).toEqual(outside);
  expect(fork.git("diff", "--cached", "--name-only", "-z", "--", ":/README.md")).toBe("README.md\0");
});

test("with core.autocrlf, files keep Windows' line ends in the work tree and merge line by line", () => {
  const fork = new Fork(before, "", ["core.autocrlf=true"]);
  fork.git("config", "core.safecrlf", "true");
  fork.git("rm", "--quiet", "-r", "--cached", ".");
  fork.git("reset", "--quiet", "--hard");
  expect(fork.read("Dockerfile")).toContain("line 1\r\n");
  fork.edit("Dockerfile", replaceLine(2, "mine\r"));
  fork.commit();
  const report = fork.update(
    changed(before, { Dockerfile: replaceLine(18, "theirs")(numberedLines("Dockerfile")) }),
  );
  expect(report).toMatchObject({ conflicts: [], merged: ["Dockerfile"] });
  const both = replaceLine(18, "theirs")(replaceLine(2, "mine")(numberedLines("Dockerfile")));
  expect(fork.read("Dockerfile")).toBe(both.replaceAll("\n", "\r\n"));
  expect(fork.status()).toEqual(["M  Dockerfile"]);
});

test("a filter of the project's .gitattributes stores the template's files too", () => {
  const fork = new Fork(before, "", ["filter.upper.clean=tr a-z A-Z", "filter.upper.smudge=tr A-Z a-z"]);
  fork.write(".gitattributes", "Dockerfile filter=upper\n");
  fork.git("add", "--renormalize", ".");
  fork.commit();
  const after = changed(before, { Dockerfile: replaceLine(18, "theirs")(numberedLines("Dockerfile")) });
  expect(fork.update(after)).toMatchObject({ conflicts: [], updated: ["Dockerfile"] });
  expect(fork.git("show", ":Dockerfile")).toContain("DOCKERFILE LINE 1\n");
  expect(fork.read("Dockerfile")).toContain("dockerfile line 1\n");
});

test("an update to the same files changes nothing", () => {
  const fork = new Fork(before);
  fork.edit("Dockerfile", replaceLine(2, "mine"));
  fork.commit();
  const found = fork.snapshot();
  const report = fork.update(before);
  expect(report).toMatchObject({ conflicts: [], updated: [], merged: [], added: [], removed: [] });
  expect(fork.snapshot()).toEqual(found);
  expect(fork.status()).toEqual([]);
});

test("the update leaves no reference, and git reset --hard restores the project", () => {
  const fork = new Fork(before);
  fork.edit("src/workflow.ts", replaceLine(2, "mine"));
  fork.edit("README.md", replaceLine(2, "mine"));
  fork.write("src/steps/score.ts", "mine\n");
  fork.move("src/steps/train.ts", "src/fit.ts");
  fork.write("docs", "my notes\n");
  fork.commit();
  const [found, references] = [fork.snapshot(), fork.git("show-ref")];
  const report = fork.update(
    changed(before, {
      "src/workflow.ts": replaceLine(2, "theirs")(numberedLines("workflow")),
      "README.md": undefined,
      "src/steps/score.ts": "theirs\n",
      "src/steps/train.ts": undefined,
      "src/estimate.ts": numberedLines("train"),
      "docs/update.md": "theirs\n",
      "new/file.ts": "new\n",
    }),
  );
  expect(report.conflicts.length).toBeGreaterThan(5);
  expect(fork.git("show-ref")).toBe(references);
  fork.git("reset", "--quiet", "--hard");
  expect(fork.snapshot()).toEqual(found);
  expect(fork.status()).toEqual([]);
});

test.each([
  [
    "a folder outside of git",
    (fork: Fork) => rmSync(join(fork.top, ".git"), { recursive: true }),
    /is not in a git work tree.*git init && git add/,
  ],
  [
    "a changed file",
    (fork: Fork) => fork.write("Dockerfile", "mine\n"),
    /Changes are not committed: Dockerfile\..*git stash/,
  ],
  [
    "a staged file",
    (fork: Fork) => {
      fork.write("own.ts", "x\n");
      fork.git("add", "own.ts");
    },
    /Changes are not committed: own\.ts\./,
  ],
  [
    "an unfinished merge",
    (fork: Fork) => writeFileSync(join(fork.top, ".git/MERGE_HEAD"), fork.git("rev-parse", "HEAD")),
    /A merge is unfinished in .*git merge --abort/,
  ],
  [
    "an unfinished rebase",
    (fork: Fork) => mkdirSync(join(fork.top, ".git/rebase-merge")),
    /A rebase is unfinished/,
  ],
  [
    "an untracked file at a path of the new template",
    (fork: Fork) => fork.write("src/new.ts", "mine\n"),
    /files that git does not track: src\/new\.ts\. Rename or remove yours/,
  ],
  [
    "an untracked file where the new template has a folder",
    (fork: Fork) => fork.write("folder", "mine\n"),
    /files that git does not track: folder\./,
  ],
  [
    "an ignored file at a path of the new template",
    (fork: Fork) => {
      fork.write(".gitignore", "new.ts\n");
      fork.commit();
      fork.write("src/new.ts", "mine\n");
    },
    /files that git does not track: src\/new\.ts\./,
  ],
  [
    "a package.json that is not JSON",
    (fork: Fork) => {
      fork.write("package.json", "{ mine");
      fork.commit();
    },
    /package\.json cannot be read: .*correct and commit it/,
  ],
  [
    "a project without a commit",
    (fork: Fork) => {
      fork.git("rm", "--cached", "--quiet", "package.json");
      fork.git("commit", "--quiet", "--message", "x");
    },
    /package\.json is not in the last commit/,
  ],
  [
    "a file in which git does not look for changes",
    (fork: Fork) => {
      fork.git("update-index", "--skip-worktree", "Dockerfile");
      fork.write("Dockerfile", "mine\n");
    },
    /git does not look for changes in files that the update would write: Dockerfile\./,
  ],
  [
    "another git command that runs",
    (fork: Fork) => writeFileSync(join(fork.top, ".git/index.lock"), ""),
    /index\.lock exists: another git command is running/,
  ],
])("%s is refused, and nothing is written", (_, prepare, message) => {
  const fork = new Fork(before);
  prepare(fork);
  const found = fork.snapshot();
  const after = changed(before, {
    Dockerfile: "theirs\n",
    "src/new.ts": "theirs\n",
    "folder/file.ts": "theirs\n",
  });
  expect(() => fork.update(after)).toThrow(
    expect.objectContaining({ name: "UsageError", message: expect.stringMatching(message) }),
  );
  expect(fork.snapshot()).toEqual(found);
});

test("a project that the repository around it does not have is refused", () => {
  const fork = new Fork(before);
  fork.write("inside/package.json", "{}\n");
  const update = { before, after: before, versions: { from: "0.1.0", to: "0.2.0" } };
  expect(() => updateProject(fork.path("inside"), update)).toThrow(
    /^inside\/package\.json is not in the last commit, so git could not restore/,
  );
});

test("a repository without a commit is refused", () => {
  const fork = new Fork(before);
  fork.git("update-ref", "-d", "HEAD");
  expect(() => fork.update(before)).toThrow(/has no commit, so git could not restore the project/);
});

test("files with unresolved conflicts are refused", () => {
  const fork = new Fork(before);
  fork.edit("src/workflow.ts", replaceLine(2, "mine"));
  fork.commit();
  const after = changed(before, { "src/workflow.ts": "theirs\n" });
  fork.update(after);
  expect(() => fork.update(after)).toThrow(
    /unresolved conflicts: src\/workflow\.ts\. Fix the markers.*git reset --hard/,
  );
});

test("an earlier version than the project's is refused", () => {
  const fork = new Fork(before);
  const update = () => fork.update(before, { versions: { from: "0.10.0", to: "0.9.0" } });
  expect(update).toThrow(/made by template 0\.10\.0, and this is the earlier 0\.9\.0/);
});

test("an old git is refused", () => {
  const fork = new Fork(before);
  fork.write("bin/git", "#!/bin/sh\necho git version 2.34.1\n");
  chmodSync(fork.path("bin/git"), 0o755);
  const path = process.env.PATH;
  try {
    process.env.PATH = fork.path("bin");
    expect(() => fork.update(before)).toThrow(/git version 2\.34\.1 is too old.*Install git 2\.38 or later/);
    process.env.PATH = fork.path("src");
    expect(() => fork.update(before)).toThrow(/git was not found/);
  } finally {
    process.env.PATH = path;
  }
});

test("variables that git sets for hooks do not redirect the update", () => {
  const fork = new Fork(before);
  process.env.GIT_DIR = "/nowhere";
  try {
    expect(fork.update(changed(before, { "new.ts": "new\n" })).added).toEqual(["new.ts"]);
  } finally {
    delete process.env.GIT_DIR;
  }
});
