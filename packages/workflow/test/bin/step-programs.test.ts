import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { buildImage } from "../../bin/build-image.js";
import { program, project, tempDir, writeFiles } from "../cli/fixture-project.js";
import { type Ended, start } from "../cli/program.js";

const greet = `
export const greet = defineStep({
  name: "greet",
  inputs: { name: parameter(z.string()), times: parameter(z.int().min(1).max(3), 1) },
  outputs: { length: parameter(z.number()), greeting: artifact(text) },
  run({ name, times }, { log, progress }) {
    log("greeting " + name);
    progress(times, 3);
    if (name === "nobody") throw new UserError("There is nobody.");
    if (name === "bug") return undefined.property;
    if (name === "never") return new Promise(() => {});
    if (name === "exit") process.exit(7);
    return { length: name.length, greeting: ("hello " + name + "\\n").repeat(times) };
  },
});`;
const awaits = `
const where = await Promise.resolve(import.meta.url);
export const awaiting = defineStep({
  name: "awaiting",
  inputs: {},
  outputs: { kind: parameter(z.string()) },
  run: () => ({ kind: where.slice(0, 5) }),
});`;
const lazy = `
export const lazy = defineStep({
  name: "lazy",
  inputs: {},
  outputs: { word: parameter(z.string()), file: parameter(z.string()) },
  async run() {
    const { word } = await import("./word.js");
    return { word, file: import.meta.url.split(":")[0] + " " + import.meta.filename.split("/").at(-1) };
  },
});
export const unused = defineStep({ name: "unused", inputs: {}, outputs: {}, run: () => ({}) });`;
const main = `
import { greet } from "./steps.js";
import { awaiting } from "./awaiting.js";
import { lazy } from "./lazy.js";
const inMain = defineStep({ name: "in-main", inputs: {}, outputs: { n: parameter(z.int()) }, run: () => ({ n: 1 }) });
const all = defineWorkflow({
  name: "all",
  build(dag) {
    dag.task(greet, { name: "you" });
    dag.task(awaiting, {});
    dag.task(lazy, {});
    dag.task(inMain, {});
  },
});
await main({ workflows: [all] });`;

let image: string;

beforeAll(async () => {
  const root = project({
    "src/main.ts": program(main),
    "src/steps.ts": program(greet),
    "src/index.ts": 'export * from "./steps.js";\n',
    "src/awaiting.ts": program(awaits),
    "src/lazy.ts": program(lazy),
    "src/word.ts": 'export const word = "later";\n',
  });
  image = join(root, "image");
  for (const { path, contents } of await buildImage(root, {
    entry: "src/main.ts",
    scratch: join(root, "scratch"),
  })) {
    mkdirSync(dirname(join(image, path)), { recursive: true });
    writeFiles(image, { [path]: Buffer.from(contents).toString() });
  }
});

interface Left extends Ended {
  readonly files: Readonly<Record<string, string>>;
}

/** The result of a pod's call, with the names of its folders removed from its output. */
async function call(script: string, args: readonly string[], parameters: string | undefined): Promise<Left> {
  const folder = tempDir();
  writeFiles(folder, parameters === undefined ? {} : { "parameters.json": parameters });
  const ended = await start(
    [process.execPath, join(image, script), "step", ...args, "--outputs", join(folder, "out")],
    { cwd: folder, env: { ARGO_PROGRESS_FILE: join(folder, "progress") } },
  ).ended;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const plain = (text: string): string =>
    text
      .replaceAll(folder, "FOLDER")
      // Where it is, which differs; Node also says of a whole program that it waits for ever, and where.
      .replace(/^ +at .*\n/gm, "")
      .replace(/^Warning: Detected unsettled[\s\S]*/m, "");
  return {
    ...ended,
    stdout: plain(ended.stdout),
    stderr: plain(ended.stderr),
    files: Object.fromEntries(files.map((file) => [file.slice(folder.length), readFileSync(file, "utf8")])),
  };
}

test("steps that a module exports have their own program, others have none", () => {
  expect(readdirSync(join(image, "steps")).sort()).toEqual(["greet", "lazy"]);
});

const named = (name: string): string => JSON.stringify([{ name: "name", value: name }]);

test.each<[string, number, string[], string?]>([
  ["a step that succeeds", 0, ["greet", "parameters.json"], named("ann")],
  ["a user's mistake", 1, ["greet", "parameters.json"], named("nobody")],
  ["a bug", 1, ["greet", "parameters.json"], named("bug")],
  ["a step that ends the process", 7, ["greet", "parameters.json"], named("exit")],
  ["a step that waits for ever", 13, ["greet", "parameters.json"], named("never")],
  ["a missing parameter", 65, ["greet", "parameters.json"], "null"],
  ["a parameter of a wrong shape", 65, ["greet", "parameters.json"], '[{"name": "times", "value": "4"}]'],
  ["a file that Argo does not write", 2, ["greet", "parameters.json"], '{"name": "x"}'],
  ["a file that is not there", 2, ["greet", "elsewhere.json"]],
  ["no inputs at all", 2, ["greet", "--inputs", "nowhere"]],
  ["a step that loads something later", 0, ["lazy"]],
  ["a step whose module awaits", 0, ["awaiting"]],
  ["a step in the program's first file", 0, ["in-main"]],
  ["a step that is in no workflow", 2, ["unused"]],
  ["an unknown step", 2, ["gret"]],
  ["a step called as a path", 2, ["../program"]],
  ["another way to write the name", 2, ["Greet", "parameters.json"], named("ann")],
])("%s ends in its own program as in the whole one, with exit code %i", async (_what, code, args, given) => {
  const [own, whole] = await Promise.all([
    call("main.js", args, given),
    call("program/main.js", args, given),
  ]);

  expect(own).toEqual(whole);
  expect(own.code).toBe(code);
});

test("every other call starts the whole program", async () => {
  const ended = (...args: string[]) =>
    start([process.execPath, join(image, "main.js"), ...args], { cwd: image }).ended;

  expect((await ended("describe", "greet")).stdout).toMatch(/^step greet\n/);
  expect(await ended("step", "greet", "--set", "name=ann", "--outputs", tempDir())).toMatchObject({
    code: 0,
  });
  expect((await ended("step", "greet", "--from-run")).code).toBe(2);
});

test("`compile` fills the compile cache, and a cache that cannot be written does no harm", async () => {
  const folder = join(image, "compile-cache");
  mkdirSync(folder);
  try {
    const node = async (...args: string[]) =>
      start([process.execPath, join(image, "main.js"), ...args], { cwd: image }).ended;
    const compiled = await node("compile");
    expect(compiled).toMatchObject({ code: 0, stdout: "", stderr: "" });
    expect(readdirSync(folder).length).toBe("enableCompileCache" in (await import("node:module")) ? 1 : 0);
    rmSync(folder, { recursive: true });
    writeFiles(image, { "compile-cache": "no folder" });
    expect(await call("main.js", ["lazy"], undefined)).toMatchObject({ code: 0, stderr: "" });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the same sources give the same bytes", { timeout: 120_000 }, async () => {
  const root = join(image, "..");
  const options = { entry: "src/main.ts", scratch: join(root, "scratch"), minify: true };
  const bytes = async () =>
    (await buildImage(root, options)).map(({ path, contents }) => [path, Buffer.from(contents).toString()]);

  expect(await bytes()).toEqual(await bytes());
});
