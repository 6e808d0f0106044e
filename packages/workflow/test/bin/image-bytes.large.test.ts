import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { buildImage } from "../../bin/build-image.js";

const root = join(import.meta.dirname, "..", "..", "..", "..");
// A bundler takes a star for a pattern; Windows allows none in a name.
const prefix = process.platform === "win32" ? "image bytes-" : "image * bytes-";
const copy = join(realpathSync(mkdtempSync(join(tmpdir(), prefix))), "further", "down");

afterAll(() => rmSync(join(copy, "..", ".."), { recursive: true, force: true }));

/** A copy of the project and the bundled packages, without links to the original; all files have an old date. */
function copyProjectWithPackages(): void {
  const { packages }: { packages: Record<string, { dev?: boolean; link?: boolean }> } = JSON.parse(
    readFileSync(join(root, "package-lock.json"), "utf8"),
  );
  const installed = Object.entries(packages)
    .filter(([path, { dev, link }]) => path.startsWith("node_modules/") && !dev && !link)
    .map(([path]) => path)
    .filter((path) => existsSync(join(root, path)) && !/@napi-rs|dejavu/.test(path));
  const sources = [
    "src",
    "packages/argo-lint/src",
    "packages/ml/src",
    "packages/workflow/src",
    "packages/workflow/bin",
  ];
  const manifests = [
    "package.json",
    "packages/argo-lint/package.json",
    "packages/ml/package.json",
    "packages/workflow/package.json",
    "tsconfig.json",
  ];
  for (const path of [...sources, ...manifests, ...installed])
    cpSync(join(root, path), join(copy, path), { recursive: true });
  mkdirSync(join(copy, "node_modules", "@tiphys"), { recursive: true });
  for (const name of ["argo-lint", "ml", "workflow"])
    symlinkSync(join(copy, "packages", name), join(copy, "node_modules", "@tiphys", name), "junction");
  for (const path of readdirSync(join(copy, "src"), { recursive: true, encoding: "utf8" }))
    utimesSync(join(copy, "src", path), 1, 1);
}

const digest = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

/** The SHA-256 of each file of the program, built in the copy by the command in the Dockerfile. */
function builtInCopy(): Readonly<Record<string, string>> {
  const command = [join("packages", "workflow", "bin", "tiphys.js"), "build", "--part", "program"];
  const env = { ...process.env, TZ: "Asia/Tokyo", LANG: "de_DE.UTF-8", SOURCE_DATE_EPOCH: "1" };
  execFileSync(process.execPath, command, { cwd: copy, env });
  const dist = join(copy, "dist");
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" });
  return Object.fromEntries(
    files
      .filter((path) => statSync(join(dist, path)).isFile())
      .map((path) => [path, digest(readFileSync(join(dist, path)))]),
  );
}

test("the program of an image has the same bytes in another folder and at another time", async () => {
  copyProjectWithPackages();
  const scratch = join(root, `.image-${process.pid}`);

  const here = await buildImage(root, { entry: "src/main.ts", scratch, minify: true });

  expect(here.map(({ path }) => path)).toContain(join("steps", "evaluate", "main.js"));
  expect(builtInCopy()).toEqual(
    Object.fromEntries(here.map(({ path, contents }) => [path, digest(contents)])),
  );
}, 120_000);
