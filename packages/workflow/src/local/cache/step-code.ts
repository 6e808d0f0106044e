import { readFileSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { definitionSites, type ProgramSite } from "../../definition/definition-sites.js";
import type { Step } from "../../definition/step.js";
import type { StepCode } from "../run-record.js";
import { sha256Of } from "./task-key.js";

/** The package whose code runs around every step. */
const engine = "@tiphys/workflow";

/** `sources.json` beside a bundle, as bin/program-sources.js writes it. */
const sourcesSchema = z.object({
  formatVersion: z.literal(1),
  files: z.record(
    z.string(),
    z.object({
      sha256: z.string(),
      imports: z.array(z.string()),
      outside: z.array(z.string()).optional(),
      effects: z.array(z.string()).optional(),
    }),
  ),
  packages: z.record(z.string(), z.object({ version: z.string(), imports: z.array(z.string()) })),
  /** By the bundle's file: lines, in ascending order, at which the code of a file or package begins. */
  lines: z.record(z.string(), z.array(z.tuple([z.number(), z.string()]))),
});
type ProgramSources = z.output<typeof sourcesSchema>;

/** What is known of the code of a bundled program's steps. */
export interface StepCodes {
  /** The step's code; undefined if it is not known where it is defined. */
  codeOf(step: Step): StepCode | undefined;
  /** What the file that defines the step reads besides inputs, such as `Date.now`, with that file. */
  readsOutside(step: Step): readonly { readonly file: string; readonly what: string }[];
}

/**
 * Reads which sources a bundled program is made of.
 * @param script the program's main file
 * @returns undefined if it is not a bundle
 */
export function readStepCodes(script: string): StepCodes | undefined {
  let folder: string;
  let sources: ProgramSources;
  try {
    folder = realpathSync(dirname(script));
    sources = sourcesSchema.parse(JSON.parse(readFileSync(join(folder, "sources.json"), "utf8")));
  } catch {
    return undefined;
  }
  const known = new Map<Step, StepCode | undefined>();
  const modulesOf = (step: Step): string[] => [
    ...new Set(definitionSites(step).flatMap((site) => moduleAt(sources, folder, site))),
  ];
  return {
    codeOf(step) {
      // A command, a script or a template is not code of this project.
      if (step.implementation !== undefined) return undefined;
      if (!known.has(step)) known.set(step, codeOfModules(sources, modulesOf(step)));
      return known.get(step);
    },
    readsOutside: (step) =>
      modulesOf(step).flatMap((file) => (sources.files[file]?.outside ?? []).map((what) => ({ file, what }))),
  };
}

function moduleAt({ lines }: ProgramSources, folder: string, { file, line }: ProgramSite): string[] {
  const path = file.startsWith("file:") ? fileURLToPath(file) : file;
  if (dirname(path) !== folder) return [];
  const [, module] = lines[basename(path)]?.findLast(([begin]) => begin <= line) ?? [];
  return module === undefined || module === engine ? [] : [module];
}

/** The code of a step that these modules define: their files, and everything that these import, and files that the
 * program imports for their effects alone. */
function codeOfModules(
  { files, packages }: ProgramSources,
  modules: readonly string[],
): StepCode | undefined {
  if (modules.length === 0) return undefined;
  const reached = new Set([
    ...modules,
    engine,
    ...Object.values(files).flatMap(({ effects = [] }) => effects),
  ]);
  for (const name of reached) {
    for (const next of files[name]?.imports ?? packages[name]?.imports ?? []) reached.add(next);
  }
  const names = [...reached].sort();
  const code = {
    files: Object.fromEntries(names.flatMap((name) => pair(name, files[name]?.sha256))),
    packages: Object.fromEntries(names.flatMap((name) => pair(name, packages[name]?.version))),
  };
  const imports = names.map((name) => files[name]?.imports ?? []);
  return { sha256: sha256Of({ ...code, imports }), ...code };
}

function pair(name: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[name, value]];
}
