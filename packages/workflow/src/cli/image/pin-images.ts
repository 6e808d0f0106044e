import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { UnavailableError, UserError } from "../../definition/errors.js";
import { writeFileAtomicallySync } from "../../files/write-atomically.js";
import { writeSummary } from "../process/github-files.js";
import { projectRoot } from "../project/project-root.js";
import { baseImages, pinned, toolsDockerfile } from "./base-images.js";

/**
 * Looks up the digest of each image that a Dockerfile names only by its tag, with docker buildx, and writes it after the tag.
 * @throws {UnavailableError} if docker does not run, or cannot reach the registry
 */
export function pinImages(): void {
  for (const file of dockerfiles()) pin(file);
}

/** The project's own Dockerfile, and that of the build tools if the engine is part of the project. */
function dockerfiles(): readonly string[] {
  const own = join(projectRoot(), "Dockerfile");
  if (!existsSync(own)) throw new UserError(`${own} does not exist: it would name the images to pin.`);
  const tools = toolsDockerfile();
  const isOwn = !/^\.\.|(^|[\\/])node_modules[\\/]/.test(relative(projectRoot(), tools));
  return isOwn ? [own, tools] : [own];
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

/** Lists the images that are not pinned on the page of a job in GitHub Actions, or prints them. */
export function listFloatingImages(): void {
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
