import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, workspaceFolder } from "./repository.js";

/**
 * Compiles a package's sources to `dist/` in a folder: JavaScript and declarations.
 * @param name of the folder below `packages/`
 * @param target the folder of the published package
 * @param compiled folders of the packages that it depends on, by package name, already compiled
 * @throws {Error} with the compiler's messages
 */
export function compileSources(name: string, target: string, compiled: ReadonlyMap<string, string>): void {
  const sources = join(workspaceFolder(name), "src");
  const project = join(target, "tsconfig.json");
  const paths = [...compiled].flatMap(([dependency, folder]) => declarationsOf(dependency, folder));
  const config = {
    extends: join(root, "tsconfig.json"),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      rootDir: sources,
      outDir: join(target, "dist"),
      typeRoots: [join(root, "node_modules/@types")],
      paths: Object.fromEntries(paths),
    },
    include: [sources],
    exclude: [],
  };
  writeFileSync(project, JSON.stringify(config));
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
}

/** The declarations that a compiled package exports, as `paths` of a tsconfig.json. */
function declarationsOf(dependency: string, folder: string): [string, string[]][] {
  const { exports }: { readonly exports: Readonly<Record<string, string | { readonly types: string }>> } =
    JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return Object.entries(exports).flatMap(([subpath, target]) =>
    typeof target === "string" ? [] : [[join(dependency, subpath), [join(folder, target.types)]]],
  );
}
