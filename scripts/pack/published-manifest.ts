import * as z from "zod";
import { sourceRepository } from "./source-repository.js";

const manifestSchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  /** Absent from a package that is only a program. */
  exports: z.record(z.string(), z.string().regex(/^\.\/src\/.*\.ts$/)).optional(),
  bin: z.record(z.string(), z.string()).optional(),
  dependencies: z.record(z.string(), z.string()).default({}),
  tiphys: z
    .object({ external: z.array(z.union([z.string(), z.looseObject({ name: z.string() })])) })
    .optional(),
});

/** A parsed `package.json` of the repository. */
export type SourceManifest = z.infer<typeof manifestSchema>;

/**
 * Parses the text of a `package.json`, whose `exports` name sources.
 * @throws {z.ZodError} if it has another shape
 */
export function parseManifest(text: string): SourceManifest {
  return manifestSchema.parse(JSON.parse(text));
}

/**
 * The `package.json` of a package as it is published: `exports` name what is compiled, and the other packages have the
 * version that they are published with.
 * @param versions of all packages, by name
 * @param bundled names of dependencies that `dist/` contains
 * @param environment variables, from which a job of GitHub Actions is known
 */
export function publishedManifest(
  { private: _private, exports, dependencies, tiphys, ...manifest }: SourceManifest,
  versions: ReadonlyMap<string, string>,
  bundled: readonly string[] = [],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): object {
  const repository = sourceRepository(manifest.name, environment);
  const external = tiphys?.external.filter(
    (entry) => !bundled.includes(typeof entry === "string" ? entry : entry.name),
  );
  return {
    ...manifest,
    ...(repository === undefined ? {} : { repository }),
    ...(external === undefined ? {} : { tiphys: { external } }),
    ...(exports === undefined ? {} : { exports: compiledExports(exports) }),
    dependencies: Object.fromEntries(
      Object.entries(dependencies)
        .filter(([name]) => !bundled.includes(name))
        .map(([name, range]) => [name, versions.get(name) ?? range]),
    ),
  };
}

function compiledExports(exports: Readonly<Record<string, string>>): object {
  return {
    ...Object.fromEntries(Object.entries(exports).map(([face, source]) => [face, compiled(source)])),
    "./package.json": "./package.json",
  };
}

/** Types come first: TypeScript takes the first condition that applies. */
function compiled(source: string): { readonly types: string; readonly default: string } {
  return { types: declarationsOf(source), default: compiledPath(source, ".js") };
}

/** The path of the declarations that are compiled from a source. */
export function declarationsOf(source: string): string {
  return compiledPath(source, ".d.ts");
}

function compiledPath(source: string, extension: string): string {
  return source.replace(/^\.\/src\//, "./dist/").replace(/\.ts$/, extension);
}
