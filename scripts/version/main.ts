// `npm run bump`: sets one version for the project and its packages.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { UsageError, UserError } from "@tiphys/workflow";
import { bump, changelogFile } from "./bump.js";
import { checkTag } from "./check-tag.js";
import { commonVersion } from "./files-with-version.js";

const root = join(import.meta.dirname, "../..");
const usage = `npm run bump -- VERSION
  sets the version of the project and of all packages, dates the changelog's section, commits and tags

npm run bump -- --check TAG
  checks that a tag is this version, and that the changelog has its section`;

function main(): void {
  const { version, check } = options();
  if (check !== undefined) {
    checkTag(check, commonVersion(root), readFileSync(join(root, changelogFile), "utf8"));
    console.log(`${check}: version and changelog fit.`);
    return;
  }
  const tag = bump(root, version, new Date().toISOString().slice(0, 10));
  console.log(`${tag} is committed and tagged. Publish it with: git push --follow-tags`);
}

function options(): { version: string; check: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      options: { check: { type: "string" } },
      allowPositionals: true,
    });
    const [version = "", ...others] = positionals;
    const expected = values.check === undefined ? version !== "" : version === "";
    if (expected && others.length === 0) return { version, check: values.check };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
  throw new UsageError(`Expected one version, or --check with one tag.\n\n${usage}`);
}

try {
  main();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
