import { excludeEngineTests } from "../engine-update/merge-package.js";
import type { NewProject } from "./project.js";
import { scriptsOf } from "./template-files.js";

/** Scripts that run the project's tests only. */
const ofTheProject = new Set(["test", "test:watch", "coverage"]);

/** Of a new project, whatever the template's is. */
const firstVersion = "0.1.0";

/**
 * The project's package.json: with its names, without the template's mark and the scripts of removed folders, and with test
 * scripts that exclude the engine's tests.
 * @param removed the removed folders
 */
export function packageJson(text: string, project: NewProject, removed: readonly string[]): string {
  const content: PackageJson = JSON.parse(text);
  const gone = removed.flatMap((folder) => scriptsOf[folder] ?? []);
  const { template: _mark, ...tiphys } = content.tiphys;
  const description =
    project.data === undefined ? content.description : describe(project.data.inferred.target.name);
  const next: PackageJson = {
    ...content,
    name: project.name,
    version: firstVersion,
    description,
    tiphys: { ...tiphys, image: project.image },
    scripts: Object.fromEntries(
      Object.entries(content.scripts)
        .filter(([name]) => !gone.includes(name))
        .map(([name, command]) => [
          name,
          ofTheProject.has(name) ? `${command} ${excludeEngineTests}` : command,
        ]),
    ),
  };
  return `${JSON.stringify(next, undefined, 2)}\n`;
}

/** The fields of package.json that are read. All others are kept. */
interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly tiphys: { readonly image: string; readonly template?: boolean };
  readonly scripts: Readonly<Record<string, string>>;
}

function describe(target: string): string {
  return `Predicts ${target}: a machine-learning pipeline in TypeScript`;
}

/** The lock file with the project's name and version. */
export function packageLock(text: string, { name }: NewProject): string {
  const lock: PackageLock = JSON.parse(text);
  const own = { name, version: firstVersion };
  const packages = { ...lock.packages, "": { ...lock.packages[""], ...own } };
  return `${JSON.stringify({ ...lock, ...own, packages }, undefined, 2)}\n`;
}

interface PackageLock {
  readonly packages: Readonly<Record<string, object>>;
}
