import * as z from "zod";

const lockSchema = z.looseObject({
  lockfileVersion: z.number(),
  packages: z.record(z.string(), z.looseObject({ link: z.boolean().optional() })),
});

const manifestSchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  engines: z.record(z.string(), z.string()),
});

/** Name of npm's lock file. It is not part of a project's tree: npm completes it, and rewrites it with each installation. */
export const lockFile = "package-lock.json";

/**
 * A project's lock file before npm completes it: the packages of the template, in the versions that it is tested with, but
 * not the engine's. npm adds these, removes what the project does not need, and has nothing else to resolve.
 * @param text the template's lock file
 * @param manifest the text of the project's package.json
 */
export function projectLock(text: string, manifest: string): string {
  const { lockfileVersion, packages } = lockSchema.parse(JSON.parse(text));
  const { name, version, dependencies, devDependencies, engines } = manifestSchema.parse(
    JSON.parse(manifest),
  );
  const others = Object.entries(packages).filter(
    ([path, { link }]) => path.startsWith("node_modules/") && link !== true,
  );
  const content = {
    name,
    version,
    lockfileVersion,
    requires: true,
    packages: {
      "": { name, version, dependencies, devDependencies, engines },
      ...Object.fromEntries(others),
    },
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
