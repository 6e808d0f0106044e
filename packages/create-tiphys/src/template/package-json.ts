import type { NewProject } from "../answers/answers.js";
import { enginePackages, tarballName } from "../answers/engine-packages.js";

/** Scripts of the template that concern its own repository. */
const scriptsOfTemplate = new Set([
  "bench",
  "bench:nothing",
  "bump",
  "e2e",
  "e2e:image",
  "example",
  "examples:update",
  "generate:argo-schema",
  "init",
  "lint:docs",
  "pack",
  "test:large",
  "test:init",
  "test:packages",
  "wasm",
]);

/** What a project's own code, tests and checks need. The template's other packages are for its tests and scripts. */
const devDependencies = new Set(["@biomejs/biome", "@types/node", "typescript", "vite", "vitest"]);

/** `canvas` is replaced, and flechette pinned, inside the published packages. */
const overridesOfTemplate = new Set(["@uwdata/flechette", "canvas"]);

/** Of a new project, whatever the template's is. */
const firstVersion = "0.1.0";

interface PackageJson {
  readonly description: string;
  readonly engines: object;
  readonly tiphys: { readonly image: string; readonly template?: boolean };
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, string>>;
  readonly allowScripts: object;
}

/**
 * The project's package.json: with its names, the packages of the engine instead of the workspaces, and the scripts and
 * packages that a project needs.
 * @param version of the engine's packages
 */
export function packageJson(text: string, project: NewProject, version: string): string {
  const content: PackageJson = JSON.parse(text);
  const { template: _mark, ...tiphys } = content.tiphys;
  const target = project.data?.inferred.target.name;
  const engine = enginePackages.map((name) => [name, rangeOf(name, version, project)]);
  const next = {
    name: project.name,
    version: firstVersion,
    private: true,
    description:
      target === undefined
        ? content.description
        : `Predicts ${target}: a machine-learning pipeline in TypeScript`,
    type: "module",
    engines: content.engines,
    tiphys: { ...tiphys, image: project.image },
    scripts: without(content.scripts, scriptsOfTemplate),
    dependencies: { ...content.dependencies, ...Object.fromEntries(engine) },
    devDependencies: only(content.devDependencies, devDependencies),
    overrides: without(content.overrides, overridesOfTemplate),
    allowScripts: content.allowScripts,
  };
  return `${JSON.stringify(next, undefined, 2)}\n`;
}

function rangeOf(name: string, version: string, { packages }: NewProject): string {
  return packages === "vendor" ? `file:vendor/${tarballName(name, version)}` : `^${version}`;
}

function only(entries: Readonly<Record<string, string>>, names: ReadonlySet<string>): object {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => names.has(name)));
}

function without(entries: Readonly<Record<string, string>>, names: ReadonlySet<string>): object {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => !names.has(name)));
}
