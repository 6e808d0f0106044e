// Pins the base images of a build by their digests: `npm run image:pin`. With --check it changes nothing and lists on the
// job's page which images are not pinned.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { reportError } from "../../src/cli/process/report-error.js";
import { projectRoot } from "../../src/cli/project/project-root.js";
import { UnavailableError, UsageError } from "../../src/definition/errors.js";
import { writeFileAtomicallySync } from "../../src/files/write-atomically.js";
import { writeSummary } from "../release/github-files.js";
import { baseImages, pinned, toolsDockerfile } from "./base-images.js";

const help = `npm run image:pin [-- --check]
Looks up the digest of each image that a Dockerfile names only by its tag, with docker buildx, and writes it after the tag.
From then on Dependabot updates it.

  --check    change nothing; list the images that are not pinned`;

try {
  const { values } = parsed();
  if (values.help === true) console.log(help);
  else if (values.check === true) check();
  else for (const file of dockerfiles()) pin(file);
} catch (error) {
  reportError(error, false);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

function parsed() {
  try {
    return parseArgs({ options: { check: { type: "boolean" }, help: { type: "boolean" } } });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${help}`);
  }
}

function dockerfiles(): readonly string[] {
  return [join(projectRoot(), "Dockerfile"), toolsDockerfile];
}

function pin(file: string): void {
  const known = new Map<string, string>();
  const before = readFileSync(file, "utf8");
  const after = pinned(before, (name) => {
    const digest = known.get(name) ?? lookUp(name);
    known.set(name, digest);
    return digest;
  });
  if (after !== before) writeFileAtomicallySync(file, after);
  const shown = relative(projectRoot(), file);
  for (const [name, digest] of known) console.log(`${shown}: ${name}@${digest}`);
  if (known.size === 0) console.log(`${shown}: every image is pinned.`);
}

function check(): void {
  const floating = dockerfiles().flatMap((file) =>
    baseImages(readFileSync(file, "utf8"))
      .filter(({ digest }) => digest === undefined)
      .map(({ name }) => ({ name, file: relative(projectRoot(), file) })),
  );
  if (floating.length === 0) return;
  const lines = floating.map(({ name, file }) => `- \`${file}\`: \`${name}\`, today ${digestToday(name)}`);
  writeSummary(
    [
      "## Images that are not pinned",
      [...new Set(lines)].join("\n"),
      "Their tags may point to another image tomorrow. `npm run image:pin` adds their digests.",
    ].join("\n\n"),
  );
}

function digestToday(name: string): string {
  try {
    return `\`${lookUp(name)}\``;
  } catch (error) {
    if (error instanceof UnavailableError) return "unknown";
    throw error;
  }
}

/**
 * The digest of an image for all its platforms.
 * @throws {UnavailableError} if docker does not run, or cannot reach the registry
 */
function lookUp(name: string): string {
  const inspect = ["buildx", "imagetools", "inspect", name, "--format", "{{.Manifest.Digest}}"];
  const { stdout, stderr, error } = spawnSync("docker", inspect, { encoding: "utf8", timeout: 60_000 });
  const digest = /^sha256:[0-9a-f]{64}$/.exec((stdout ?? "").trim())?.[0];
  if (digest === undefined) {
    const why = error?.message ?? (stderr.trim() || `docker answered "${stdout.trim()}"`);
    throw new UnavailableError(
      `The digest of ${name} cannot be looked up: ${why}. It needs docker with buildx, and a registry that can be reached.`,
    );
  }
  return digest;
}
