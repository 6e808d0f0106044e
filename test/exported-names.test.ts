import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./project.js";

const folders = [
  "packages/argo-lint/src",
  "packages/argo-lint/scripts",
  "packages/ml/src",
  "packages/workflow/src",
  "src",
  "packages/create-tiphys/src",
];

/** Generated from Argo's schema, whose names are those of Argo. */
const generated = "packages/argo-lint/src/argo-schema/types.ts";

/** Folders whose template literals have sources as their text. They export functions only. */
const writers = ["packages/create-tiphys/src/write/", "packages/argo-lint/scripts/argo-schema/"];

/** Files that define an exported name, by that name. */
function definitions(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of sourceFiles())
    for (const name of new Set(exportedNames(file))) found.set(name, [...(found.get(name) ?? []), file]);
  return found;
}

function sourceFiles(): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts") && !file.startsWith("test/"))
        .map((file) => `${folder}/${file}`),
    )
    .filter((file) => file !== generated);
}

/** Names that a file exports where it defines them. */
function exportedNames(file: string): string[] {
  const source = readFileSync(join(root, file), "utf8");
  const definition =
    /^export (?:declare )?(?:async )?(?:abstract )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm;
  const ofFunction = /^export (?:async )?function (\w+)/gm;
  const pattern = writers.some((folder) => file.startsWith(folder)) ? ofFunction : definition;
  return [...source.matchAll(pattern)].flatMap(([, name = ""]) => name);
}

test("an exported name has one definition", () => {
  const twice = [...definitions()].filter(([, files]) => files.length > 1);
  expect(Object.fromEntries(twice)).toEqual({});
});
