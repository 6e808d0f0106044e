import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { anchorsOf, targetsOf } from "../../../test/docs/markdown.js";
import { publishedPages } from "../published-pages.js";
import { declarationsFrom } from "../remove-unread-files.js";
import { run } from "./consumer.js";
import { packed, packedPackage, unpacked } from "./packed.js";

const publint = process.env.PUBLINT ?? "";
const attw = process.env.ATTW ?? "";
if (publint === "" || attw === "")
  console.warn("Skipped: publint and attw. Name their programs in PUBLINT and ATTW.");

const manifestSchema = z.object({
  version: z.string(),
  description: z.string(),
  keywords: z.array(z.string()).min(5),
  license: z.string(),
  engines: z.object({ node: z.literal("^20.19.0 || >=22.12.0") }),
  sideEffects: z.literal(false).optional(),
  publishConfig: z.object({ access: z.literal("public") }),
  exports: z
    .record(z.string(), z.union([z.string(), z.object({ types: z.string(), default: z.string() })]))
    .default({}),
  bin: z.record(z.string(), z.string()).default({}),
});

/** Modules that no published module imports: programs load them by their path, or scripts of this repository use them. */
const usedOtherwise: Readonly<Record<string, readonly string[]>> = {
  "@tiphys/argo-lint": ["dist/cli/main.js"],
  "@tiphys/workflow": ["bin/load-module.js", "dist/cli/step/image-main.js", "dist/cli/step/step-program.js"],
};

function manifestIn(folder: string): z.infer<typeof manifestSchema> {
  return manifestSchema.parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
}

/** The paths of all files of a package. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.relative(folder, posix.join(entry.parentPath, entry.name)))
    .sort();
}

const program = packedPackage("create-tiphys");
const libraries = packed.filter((each) => each !== program);

test("create-tiphys is one program and the files of the template", () => {
  expect(filesIn(unpacked(program))).toEqual([
    "LICENSE",
    "README.md",
    "bin/create-tiphys.js",
    "dist/licences.txt",
    "dist/main.js",
    "dist/template.json",
    "package.json",
  ]);
});

test("create-tiphys contains the licences of the packages that it bundles", () => {
  const text = readFileSync(join(unpacked(program), "dist/licences.txt"), "utf8");
  for (const name of ["@clack/core", "@clack/prompts", "papaparse", "semver", "zod"])
    expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+\n\n\\S`, "m"));
});

describe.each(packed)("$name", (each) => {
  const folder = unpacked(each);
  const { exports, bin } = manifestIn(folder);

  test("has a page, a licence, and a manifest with all that npm shows", () => {
    const page = readFileSync(join(folder, "README.md"), "utf8");
    expect(page.startsWith(`# ${each.name}\n`)).toBe(true);
    // npm shows the page elsewhere: a relative link would lead nowhere.
    expect(page.match(/\]\((?!https:)[^)]*\)/g)).toBeNull();
    expect(readFileSync(join(folder, "LICENSE"), "utf8")).toContain("MIT License");
  });

  test("what package.json names exists", () => {
    const named = [
      ...Object.values(exports).flatMap((target) =>
        typeof target === "string" ? [target] : Object.values(target),
      ),
      ...Object.values(bin),
    ];
    expect(named.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
  });

  test.skipIf(publint === "")("publint finds nothing", async () => {
    const { code, stdout, stderr } = await run(folder, [
      process.execPath,
      publint,
      "run",
      folder,
      "--strict",
    ]);

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("All good!");
  });
});

describe.each(libraries)("$name, a library", (each) => {
  const folder = unpacked(each);
  const files = filesIn(folder);
  const { exports, bin, sideEffects } = manifestIn(folder);

  test("a bundler may leave out what is not used", () => {
    expect(sideEffects).toBe(false);
  });

  test("contains the compiled modules, and no source maps, which would double its size", () => {
    expect(files.filter((file) => /^dist\/.*\.js$/.test(file)).length).toBeGreaterThan(80);
    expect(files.filter((file) => file.endsWith(".map"))).toEqual([]);
    const anyModule = files.find((file) => /^dist\/.*\.js$/.test(file)) ?? "";
    expect(readFileSync(join(folder, anyModule), "utf8")).not.toContain("sourceMappingURL");
  });

  test("each declaration is read with those of what package.json exports", () => {
    const faces = Object.values(exports).flatMap((target) =>
      typeof target === "string" ? [] : [join(folder, target.types)],
    );
    const read = [...declarationsFrom(faces)].map((file) => posix.relative(folder, file));
    expect(files.filter((file) => file.endsWith(".d.ts"))).toEqual(read.sort());
  });

  test("contains no test, no source and no setting", () => {
    const kinds =
      /^(LICENSE|README\.md|package\.json|dist\/.*(\.js|\.json|\.d\.ts|\.cjs|\/LICENSE)|bin\/[\w-]+\.js|assets\/.*)$/;
    const pages = each.name === "@tiphys/workflow" ? publishedPages() : [];
    expect(files.filter((file) => /^(docs|examples)\//.test(file))).toEqual(pages);
    const others = files.filter((file) => !pages.includes(file));
    expect(others.filter((file) => !kinds.test(file) || /(^|\/)test\/|\.test\./.test(file))).toEqual([]);
  });

  test("every module is imported by what package.json names", () => {
    const modules = files.filter((file) => /\.c?js$/.test(file));
    const entries = [...Object.values(exports), ...Object.values(bin)].flatMap((target) =>
      typeof target === "string" ? [target] : [target.default, target.types],
    );
    const reached = reachedFrom(
      [...entries.map((path) => posix.normalize(path)), ...(usedOtherwise[each.name] ?? [])],
      folder,
    );
    expect(modules.filter((file) => !reached.has(file))).toEqual([]);
  });

  test("what a module imports by a relative path is there", () => {
    const missing = files
      .filter((file) => /\.(js|d\.ts)$/.test(file))
      .flatMap((file) => importsOf(file, folder).map((path) => [file, path] as const))
      .filter(([, path]) => !existsSync(join(folder, path)));
    expect(missing).toEqual([]);
  });

  test.skipIf(attw === "")("types are right for Node and for bundlers", async () => {
    const args = [each.file, "--profile", "esm-only", "--no-emoji", "--format", "table-flipped"];
    expect(await run(folder, [process.execPath, attw, ...args])).toMatchObject({ code: 0 });
  });
});

describe("the pages in @tiphys/workflow", () => {
  const folder = unpacked(packedPackage("workflow"));
  const pages = publishedPages().filter((path) => path.endsWith(".md"));
  const read = (path: string): string => readFileSync(join(folder, path), "utf8");

  test.each(pages)("every link of %s leads to a page, a file or an address", (page) => {
    const dead = targetsOf(read(page)).filter((target) => {
      if (/^[a-z]+:/.test(target)) return false;
      const [path = "", anchor] = target.split("#");
      const file = path === "" ? page : posix.join(posix.dirname(page), path);
      if (!existsSync(join(folder, file))) return true;
      return anchor !== undefined && !anchorsOf(read(file)).includes(anchor);
    });
    expect(dead).toEqual([]);
  });

  test("they name files of the package where a project has it, and no command that only this repository has", () => {
    const text = pages.map(read).join("\n");
    const named = [...text.matchAll(/node_modules\/@tiphys\/workflow\/([\w./-]+\w)/g)].map(
      ([, path = ""]) => path,
    );
    expect(named).toContain("docs/how-to/cluster/store.yaml");
    expect(named.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
    expect(text.match(/npm run (example|examples:update|init|pack|lint:docs|bench|e2e)\b/g)).toBeNull();
  });
});

test("others' licences are next to their work", () => {
  const linter = unpacked(packedPackage("argo-lint"));
  expect(readFileSync(join(linter, "dist/argo-schema/LICENSE"), "utf8")).toContain("Apache License");
  for (const file of ["types.d.ts", "argo-workflows.schema.json"]) {
    const text = readFileSync(join(linter, "dist/argo-schema", file), "utf8");
    expect(text).toContain("Argo Workflows: Copyright 2017-2018 The Argo Authors.");
  }
  const renderer = join(unpacked(packedPackage("ml")), "dist/plots/chartjs-node-canvas.cjs");
  expect(readFileSync(renderer, "utf8")).toMatch(
    /^\/\*!\nWith canvas replaced by @napi-rs\/canvas: chartjs-node-canvas \d.*Permission is hereby granted.*\nchart\.js \d/s,
  );
});

/** The paths of the modules that a file imports by relative ones. */
function importsOf(file: string, folder: string): string[] {
  const text = readFileSync(join(folder, file), "utf8");
  return [...text.matchAll(/(?:\bfrom |\bimport |\bimport\()"(\.[^"]+)"/g)].map(([, path = ""]) =>
    posix.join(posix.dirname(file), path),
  );
}

/** The modules that these files import, by relative paths, directly or not: the module of each declaration, too. */
function reachedFrom(entries: readonly string[], folder: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (file: string): void => {
    if (reached.has(file) || !existsSync(join(folder, file))) return;
    reached.add(file);
    for (const module of importsOf(file, folder)) {
      visit(module);
      visit(module.replace(/\.js$/, ".d.ts"));
    }
  };
  for (const entry of entries) visit(entry);
  return reached;
}
