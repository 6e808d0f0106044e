import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Fork } from "./fork.js";

const page = readFileSync(join(import.meta.dirname, "../../../../docs/how-to/update.md"), "utf8");

/** The blocks of the page's section. */
function blocksOf(section: string): string[] {
  const [text = ""] = page.split(/^## /m).filter((part) => part.startsWith(`${section}\n`));
  return [...text.matchAll(/^```\w*\n(.*?)^```$/gms)].map(([, block = ""]) => block);
}

/** Runs the git commands of a block; each is split at its spaces and quotes. */
function runGit(fork: Fork, block: string): void {
  for (const line of block.split("\n").filter((command) => command.startsWith("git "))) {
    const words = [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
    fork.git(...words.slice(1));
  }
}

function conflictedFork(): Fork {
  const files = (size: string) =>
    new Map([
      ["package.json", "{}\n"],
      ["src/workflow.ts", `const testSize = ${size};\n`],
    ]);
  const fork = new Fork(files("0.2"));
  fork.write("src/workflow.ts", "const testSize = 0.3;\n");
  fork.commit();
  expect(fork.update(files("0.25")).conflicts).toHaveLength(1);
  return fork;
}

test("the markers and the commands of the section on conflicts are right", () => {
  const [markers = "", commands = ""] = blocksOf("Conflicts");
  const fork = conflictedFork();
  expect(fork.read("src/workflow.ts")).toBe(markers);
  fork.write("src/workflow.ts", "const testSize = 0.28;\n");
  runGit(fork, commands);
  expect(fork.status()).toEqual([]);
});

test("the commands of the section on undoing restore the last commit", () => {
  const fork = conflictedFork();
  runGit(fork, blocksOf("Undo").join(""));
  expect(fork.read("src/workflow.ts")).toBe("const testSize = 0.3;\n");
  expect(fork.status()).toEqual([]);
});
