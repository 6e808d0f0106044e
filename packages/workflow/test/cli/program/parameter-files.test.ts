import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { program, sameProjects, tempDir, writeFiles } from "../fixture-project.js";
import { linesOf, pipeline, recordIn } from "../program.js";

const main = program(`
const show = defineStep({
  name: "show",
  inputs: {
    rate: parameter(z.number().gt(0)),
    version: parameter(z.string()),
    kind: parameter(z.enum(["no", "yes"])),
    flag: parameter(z.boolean()),
    sizes: parameter(z.array(z.int())),
    book: optional(artifact(text)),
  },
  outputs: { length: parameter(z.number()), error: parameter(z.number()) },
  run: ({ rate, book }) => ({ length: (book ?? "").length, error: 1 / rate }),
});
const work = defineWorkflow({
  name: "work",
  parameters: {
    rate: parameter(z.number().gt(0), 0.5),
    version: parameter(z.string(), "1.0"),
    kind: parameter(z.enum(["no", "yes"]), "yes"),
    flag: parameter(z.boolean(), false),
    sizes: parameter(z.array(z.int()), [1]),
  },
  artifacts: { book: optional(artifact(text)) },
  build: (dag, inputs) => dag.task(show, inputs),
});
const other = defineWorkflow({
  name: "other",
  parameters: { depth: parameter(z.int(), 3), rate: parameter(z.number(), 0.5) },
  build: (dag, { depth }) => void dag.task(defineStep({ name: "dig", inputs: { depth: parameter(z.int()) }, outputs: {}, run: () => ({}) }), { depth }),
});
await main({ workflows: [work, other] });
`);

let make: () => string;

beforeAll(async () => {
  make = await sameProjects({ "src/main.ts": main }, (root) => pipeline(root, ["describe"]));
}, 60_000);

/** Runs a project with these files, and gives the parameters' texts. */
async function run(files: Readonly<Record<string, string>>, ...args: string[]) {
  const root = make();
  writeFiles(root, files);
  const runs = tempDir();
  const ended = await pipeline(root, ["run", ...args, "--runs", runs]);
  return {
    ...ended,
    parameters: () => recordIn(join(runs, "latest")).inputs.parameters,
    root,
    runs,
  };
}

describe.concurrent("a parameter file", () => {
  test.each([
    ["YAML", "p.yaml", 'rate: 0.1\nversion: "2.0"\nkind: no\nflag: true\nsizes: [1, 2]\n'],
    ["JSON", "p.json", '{ "rate": 0.1, "version": "2.0", "kind": "no", "flag": true, "sizes": [1, 2] }'],
    [
      "YAML in CRLF with a byte order mark",
      "p.yml",
      "\ufeffrate: 0.1\r\nversion: '2.0'\r\nkind: no\r\nflag: true\r\nsizes:\r\n- 1\r\n- 2\r\n",
    ],
  ])("in %s sets parameters with their types", async (_, name, text) => {
    const { code, stderr, parameters, stdout } = await run({ [name]: text }, "--params", name);

    expect([code, stderr]).toEqual([0, ""]);
    expect(parameters()).toEqual({ rate: "0.1", version: "2.0", kind: "no", flag: "true", sizes: "[1,2]" });
    expect(linesOf(stdout)[0]).toBe(`Parameters from ${name} (rate, version, kind, flag, sizes)`);
  });

  test("gives a text as it is written where a text is expected, also one that looks like a number", async () => {
    const { parameters } = await run({ "p.yaml": "version: 1.10\n" }, "--params", "p.yaml");

    expect(parameters().version).toBe("1.10");
  });

  test("is overruled by later files, and by --set", async () => {
    const files = {
      "params.yaml": "rate: 1\nversion: a\nflag: true\n",
      "b.yaml": "rate: 2\nversion: b\n",
      "c.json": '{"rate": 3}',
    };

    const { parameters, stdout } = await run(
      files,
      "--params",
      "b.yaml",
      "--params",
      "c.json",
      "--set",
      "version=d",
    );

    expect(parameters()).toMatchObject({ rate: "3", version: "d", flag: "true" });
    expect(linesOf(stdout)[0]).toBe(
      "Parameters from params.yaml (rate, version, flag), b.yaml (rate, version), c.json (rate)",
    );
  });

  test("sets an artifact to a path relative to the file", async () => {
    const root = { "conf/p.yaml": "book: books/a.txt\n", "conf/books/a.txt": "1234567" };

    const { runs } = await run(root, "--params", "conf/p.yaml");

    expect(recordIn(join(runs, "latest")).outputs?.parameters.length).toBe("7");
  });

  test.each([
    [
      "an unknown name",
      "flag: true\nrat: 1\n",
      'p.yaml:2: work has no parameter or artifact "rat". Did you mean "rate"? It has rate, version, kind, flag, sizes, book.',
    ],
    [
      "a name of another workflow",
      "depth: 1\n",
      'p.yaml:1: work has no parameter or artifact "depth". It has rate, version, kind, flag, sizes, book.',
    ],
    [
      "a value that does not fit",
      "\n\nrate: -1\n",
      'p.yaml:3: parameter "rate": found -1, expected a number greater than 0.',
    ],
    [
      "a text where a number is expected",
      'rate: "1"\n',
      'p.yaml:1: parameter "rate": found "1", expected a number greater than 0.',
    ],
    ["a name that is given twice", "rate: 1\nrate: 2\n", "p.yaml:2: Map keys must be unique."],
    ["a list", "- rate\n", 'p.yaml:1: expected names and values, as in "testSize: 0.3".'],
    [
      "a path that is a number",
      "book: 1\n",
      'p.yaml:1: artifact "book": expected a path or an address in S3.',
    ],
  ])("with %s is refused, with file and line", async (_, text, message) => {
    const { code, stdout, stderr } = await run({ "p.yaml": text }, "--params", "p.yaml");

    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: "", stderr: `${message}\n` });
  });

  test("that does not exist is refused", async () => {
    const { code, stderr } = await run({}, "--params", "p.yaml");

    expect(stderr).toMatch(/^The parameter file p\.yaml cannot be read: ENOENT/);
    expect(code).toBe(2);
  });

  test("that is empty sets nothing", async () => {
    const { code, stdout } = await run({ "params.yaml": "# nothing yet\n" });

    expect(code).toBe(0);
    expect(stdout).not.toContain("Parameters from");
  });
});

test("params.yaml may also set what another workflow of the project has", async () => {
  const { parameters, stdout } = await run({ "params.yaml": "rate: 2\ndepth: 7\n" });

  expect(parameters().rate).toBe("2");
  expect(linesOf(stdout)[0]).toBe("Parameters from params.yaml (rate)");
});

test("with --json the use of a file is said on standard error", async () => {
  const { stdout, stderr } = await run({ "params.yaml": "rate: 2\n" }, "--json");

  expect(JSON.parse(stdout).inputs.parameters.rate).toBe("2");
  expect(stderr).toBe("Parameters from params.yaml (rate)\n");
});

test("yaml --params sets the manifest's parameters, and does not read params.yaml", async () => {
  const root = make();
  writeFiles(root, {
    "params.yaml": "depth: 9\n",
    "p.yaml": "rate: 2\n",
    "bad.yaml": "book: a.txt\n",
  });
  const yaml = (...args: string[]) => pipeline(root, ["yaml", ...args, "--image", "a/b:1"]);

  const { stdout } = await yaml("other", "--params", "p.yaml");
  const bad = await yaml("work", "--params", "bad.yaml");

  expect(stdout).toMatch(/name: rate\n +value: "2"\n/);
  expect(stdout).toMatch(/name: depth\n +value: "3"\n/);
  expect(bad).toMatchObject({
    code: 2,
    stderr: 'bad.yaml:1: "book" is an artifact. Set its key: --set book-key=…\n',
  });
});
