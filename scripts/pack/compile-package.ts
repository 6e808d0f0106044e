import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PublishedPackage } from "./published-packages.js";

const root = join(import.meta.dirname, "../..");

/**
 * Compiles a package's sources to `dist/` in a folder: JavaScript, declarations, and source maps that contain the sources.
 * @param name of the folder below `packages/`
 * @param target the folder of the published package
 * @param compiled folders of the packages that it depends on, by package name, already compiled
 * @throws {Error} with the compiler's messages
 */
export function compilePackage(
  name: PublishedPackage,
  target: string,
  compiled: ReadonlyMap<string, string>,
): void {
  const sources = join(root, "packages", name, "src");
  const project = join(target, "tsconfig.json");
  const paths = [...compiled].flatMap(([dependency, folder]) => facesOf(dependency, folder));
  writeFileSync(
    project,
    JSON.stringify({
      extends: join(root, "tsconfig.json"),
      compilerOptions: {
        noEmit: false,
        declaration: true,
        sourceMap: true,
        inlineSources: true,
        rootDir: sources,
        outDir: join(target, "dist"),
        typeRoots: [join(root, "node_modules/@types")],
        paths: Object.fromEntries(paths),
      },
      include: [sources],
      exclude: [],
    }),
  );
  try {
    execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "--project", project], {
      stdio: ["ignore", "pipe", "inherit"],
      encoding: "utf8",
    });
  } catch (error) {
    const messages = error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
    throw new Error(`packages/${name} cannot be compiled:\n${messages}`);
  }
  rmSync(project);
  importJsonAsScript(join(target, "dist"));
}

/** The declarations of a compiled package's faces, as `paths` of a tsconfig.json. */
function facesOf(dependency: string, folder: string): [string, string[]][] {
  const { exports }: { readonly exports: Readonly<Record<string, string | { readonly types: string }>> } =
    JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return Object.entries(exports).flatMap(([face, target]) =>
    typeof target === "string" ? [] : [[join(dependency, face), [join(folder, target.types)]]],
  );
}

/** Makes scripts of JSON files: Node 20 warns that importing JSON is experimental. */
function importJsonAsScript(dist: string): void {
  for (const path of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
    const file = join(dist, path);
    if (path.endsWith(".json")) {
      writeFileSync(`${file}.js`, `export default ${readFileSync(file, "utf8").trim()};\n`);
      rmSync(file);
    } else if (path.endsWith(".js")) {
      const text = readFileSync(file, "utf8");
      const changed = text.replace(/(from "[^"]+\.json)" with \{ type: "json" \}/g, '$1.js"');
      if (changed !== text) writeFileSync(file, changed);
    }
  }
}

/** Copies the files of a package that are not compiled. */
export function copyOtherFiles(name: PublishedPackage, target: string): void {
  const from = join(root, "packages", name);
  for (const path of ["assets", "bin", "README.md"].filter((path) => existsSync(join(from, path)))) {
    cpSync(join(from, path), join(target, path), { recursive: true });
  }
  cpSync(join(root, "LICENSE"), join(target, "LICENSE"));
}
