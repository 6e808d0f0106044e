import { compare } from "semver";
import { expect, test } from "vitest";
import { type Migration, migrations, migrationsBetween } from "../../src/update/migrations.js";
import { changed, Fork, numberedLines, replaceLine } from "./fork.js";

test("an update applies the migrations after its first version up to its last, in the order of versions", () => {
  const list = ["0.10.0", "0.2.0", "0.1.0", "0.9.0", "1.0.0"].map((version) => ({
    version,
    name: version,
    migrate: () => {},
  }));
  const names = migrationsBetween(list, "0.1.0", "0.10.0").map(({ name }) => name);
  expect(names).toEqual(["0.2.0", "0.9.0", "0.10.0"]);
});

test("the list of migrations is ordered, and none is later than this version", () => {
  const versions = migrations.map(({ version }) => version);
  expect(versions).toEqual(versions.toSorted(compare));
});

const before = new Map([
  ["package.json", "{}\n"],
  ["src/main.ts", numberedLines("main")],
  ["src/dataset.ts", numberedLines("dataset")],
]);
const moveMain: Migration = {
  version: "0.2.0",
  name: "src/main.ts moved to src/cli.ts",
  migrate: (files) => files.move("src/main.ts", "src/cli.ts"),
};
// Nothing is left of the old text but two lines, so git's rename detection does not find it.
const rewritten = `${numberedLines("cli", 30)}main line 1\nmain line 2\n`;
const after = changed(before, { "src/main.ts": undefined, "src/cli.ts": rewritten });

test("a file that moved and was rewritten: the migration carries the user's edits to the new path", () => {
  const fork = new Fork(before);
  fork.edit("src/main.ts", replaceLine(1, "mine"));
  fork.commit();
  const report = fork.update(after, { migrations: [moveMain] });
  expect(report.migrations).toEqual(["src/main.ts moved to src/cli.ts"]);
  expect(report.conflicts).toEqual([{ path: "src/cli.ts", kind: "lines" }]);
  expect(fork.has("src/main.ts")).toBe(false);
  expect(fork.read("src/cli.ts")).toContain("mine\n");
});

test("without edits the new file is taken, and a migration of an earlier version is not applied", () => {
  const fork = new Fork(before);
  const earlier: Migration = {
    version: "0.1.0",
    name: "earlier",
    migrate: (files) => files.remove("src/dataset.ts"),
  };
  const report = fork.update(after, { migrations: [earlier, moveMain] });
  expect(report).toMatchObject({ conflicts: [], migrations: ["src/main.ts moved to src/cli.ts"] });
  expect(fork.read("src/cli.ts")).toBe(rewritten);
  expect(fork.has("src/dataset.ts")).toBe(true);
});

test("a migration rewrites text in the template's and the user's files, so it makes no conflict", () => {
  const fork = new Fork(before);
  fork.write("src/own.ts", "main line of mine\n");
  fork.edit("src/main.ts", replaceLine(1, "main line of mine"));
  fork.commit();
  const rename: Migration = {
    version: "0.2.0",
    name: "main is called entry",
    migrate(files) {
      for (const path of files.paths)
        files.write(path, (files.read(path) ?? "").replaceAll("main line", "entry line"));
    },
  };
  const report = fork.update(changed(before, { "src/main.ts": numberedLines("entry") }), {
    migrations: [rename],
  });
  expect(report.conflicts).toEqual([]);
  expect(fork.read("src/own.ts")).toBe("entry line of mine\n");
  expect(fork.read("src/main.ts")).toBe(replaceLine(1, "entry line of mine")(numberedLines("entry")));
});

test("a file that the user removed or moved away does not stop a migration", () => {
  const fork = new Fork(before);
  fork.remove("src/main.ts");
  fork.commit();
  const report = fork.update(after, { migrations: [moveMain] });
  expect(report).toMatchObject({ conflicts: [], keptRemoved: ["src/cli.ts"] });
  expect(fork.has("src/cli.ts")).toBe(false);
});
