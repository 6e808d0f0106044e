import { excludeEngineTests } from "../engine-update/merge-package.js";
import type { NewProject } from "./project.js";
import { scriptsOf } from "./template-files.js";

/** Scripts that run the project's tests only. */
const ofTheProject = new Set(["test", "test:watch", "coverage"]);

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
  readonly description: string;
  readonly tiphys: { readonly image: string; readonly template?: boolean };
  readonly scripts: Readonly<Record<string, string>>;
}

function describe(target: string): string {
  return `Predicts ${target}: a machine-learning pipeline in TypeScript`;
}

/** The lock file with the project's name. */
export function packageLock(text: string, from: string, { name }: NewProject): string {
  return text.replaceAll(`"name": ${JSON.stringify(from)}`, `"name": ${JSON.stringify(name)}`);
}
