import { program, project } from "../fixture-project.js";
import { pipeline } from "../program.js";

/** The program of a project with a workflow for each course of a run. */
export const sampleMain = program(`
const greet = defineStep({
  name: "greet",
  description: "Greets.",
  inputs: { name: parameter(z.string()), times: parameter(z.int().min(1).max(3), 1) },
  outputs: { length: parameter(z.number()), greeting: artifact(text) },
  run({ name, times }, { log, progress }) {
    log("greeting " + name);
    progress(times, 3);
    const greeting = ("hello " + name + "\\n").repeat(times);
    return { length: greeting.length / 3, greeting };
  },
});
const count = defineStep({
  name: "count",
  inputs: { greeting: artifact(text) },
  outputs: { characters: parameter(z.int()) },
  run: ({ greeting }) => ({ characters: greeting.length }),
});
const plain = defineWorkflow({
  name: "plain",
  description: "Greets and counts.",
  parameters: { name: parameter(z.string(), "you"), times: parameter(z.int().min(1).max(3), 1) },
  build(dag, { name, times }) {
    const { greeting, length } = dag.task(greet, { name, times });
    const { characters } = dag.task(count, { greeting });
    return { characters, length, greeting };
  },
});

const countFile = defineStep({
  name: "count-file",
  inputs: { book: artifact(file("txt")) },
  outputs: { path: parameter(z.string()) },
  run: ({ book }) => ({ path: book.file }),
});
const reading = defineWorkflow({
  name: "reading",
  parameters: { title: parameter(z.string()) },
  artifacts: { book: artifact(file("txt")) },
  build: (dag, { book }) => dag.task(countFile, { book }),
});

const flip = defineStep({
  name: "flip",
  inputs: { side: parameter(z.enum(["heads", "tails"]), "heads") },
  outputs: { side: parameter(z.enum(["heads", "tails"])) },
  run: ({ side }) => ({ side }),
});
const branches = defineWorkflow({
  name: "branches",
  parameters: { side: parameter(z.enum(["heads", "tails"]), "heads") },
  build(dag, inputs) {
    const { side } = dag.task(flip, { side: inputs.side });
    const heads = dag.task(greet, { name: "heads" }, { name: "on-heads", when: side.equals("heads") });
    const tails = dag.task(greet, { name: "tails" }, { name: "on-tails", when: side.equals("tails") });
    return { greeting: dag.firstOf(heads.greeting, tails.greeting) };
  },
});

const list = defineStep({
  name: "list",
  inputs: { names: parameter(z.array(z.string()), ["a", "b", "c"]) },
  outputs: { names: parameter(z.array(z.string())) },
  run: ({ names }) => ({ names }),
});
const total = defineStep({
  name: "total",
  inputs: { lengths: parameter(z.array(z.number())), greetings: artifactList(text) },
  outputs: { total: parameter(z.number()), all: artifact(text) },
  run: ({ lengths, greetings }) => ({ total: lengths.reduce((a, b) => a + b, 0), all: greetings.join("") }),
});
const mapped = defineWorkflow({
  name: "mapped",
  parameters: { names: parameter(z.array(z.string()), ["ann", "bo"]) },
  build(dag, inputs) {
    const { names } = dag.task(list, { names: inputs.names });
    const greetings = dag.map(greet, names, (name) => ({ name }));
    return dag.task(total, { lengths: greetings.length, greetings: greetings.greeting });
  },
});

const nested = defineWorkflow({
  name: "nested",
  build(dag) {
    const inner = dag.task(plain, { name: "inner" });
    return { characters: inner.characters };
  },
});

const halve = defineStep({
  name: "halve",
  inputs: { n: parameter(z.number()) },
  outputs: { n: parameter(z.number()) },
  run: ({ n }) => ({ n: n / 2 }),
});
const repeated = defineWorkflow({
  name: "repeated",
  parameters: { n: parameter(z.number(), 8) },
  build: (dag, { n }) =>
    dag.repeat(halve, { n }, { until: (round) => round.n.lessThan(2), next: (round) => ({ n: round.n }), maxRounds: 9 }),
});

const busy = defineStep({
  name: "busy",
  inputs: {},
  outputs: { attempt: parameter(z.int()) },
  run(_inputs, { attempt }) {
    if (attempt < 2) throw new TransientError("the server is busy");
    return { attempt };
  },
});
const flaky = defineWorkflow({ name: "flaky", build: (dag) => dag.task(busy, {}, { retry: { limit: 2 } }) });

const review = defineWorkflow({
  name: "review",
  build(dag) {
    const { greeting, length } = dag.task(greet, { name: "you" });
    const { verdict, rate } = dag.approve({
      name: "sign-off",
      message: "Is the greeting good enough?",
      fields: { verdict: z.enum(["yes", "no"]), rate: z.number().gt(0).lt(1).default(0.5) },
      shows: { length, greeting },
    });
    dag.task(greet, { name: "later" }, { name: "later", when: verdict.equals("yes") });
    return { rate };
  },
});

const tell = defineStep({
  name: "tell",
  inputs: { status: parameter(z.enum(["Succeeded", "Failed", "Error"])) },
  outputs: {},
  run({ status }, { log }) {
    log("it has " + status);
    return {};
  },
});
const breakDown = defineStep({
  name: "break-down",
  inputs: { how: parameter(z.enum(["TypeError", "user-error", "contract", "text", "exit", "nothing", "surplus", "shape"])) },
  outputs: { n: parameter(z.number()) },
  run({ how }) {
    if (how === "TypeError") return undefined.property;
    if (how === "user-error") throw new UserError("The file is not there.\\nPut it there.");
    if (how === "contract") throw new ContractError("The file is not as agreed.");
    if (how === "text") throw "just a text";
    if (how === "exit") process.exit(7);
    if (how === "nothing") return {};
    if (how === "surplus") return { n: 1, m: 2 };
    return { n: "one" };
  },
});
const failing = defineWorkflow({
  name: "failing",
  parameters: { how: parameter(z.string(), "TypeError") },
  build(dag, { how }) {
    const before = dag.task(greet, { name: "you" });
    const broken = dag.task(breakDown, { how }, { after: [before] });
    dag.task(halve, { n: broken.n }, { name: "after-it" });
  },
  onExit(dag, { status }) {
    dag.task(tell, { status });
  },
});

const tamper = defineStep({
  name: "tamper",
  inputs: { book: artifact(file("txt")) },
  outputs: {},
  run({ book }) {
    appendFileSync(book.file, "!");
    return {};
  },
});
const write = defineStep({
  name: "write",
  inputs: {},
  outputs: { book: artifact(file("txt")) },
  run(_inputs, { scratch }) {
    writeFileSync(join(scratch, "book.txt"), "once upon a time");
    return { book: { file: join(scratch, "book.txt") } };
  },
});
const tampered = defineWorkflow({
  name: "tampered",
  build(dag) {
    const { book } = dag.task(write, {});
    const changed = dag.task(tamper, { book });
    dag.task(countFile, { book }, { after: [changed] });
  },
});

const blockFor = defineStep({
  name: "block",
  inputs: { seconds: parameter(z.number()) },
  outputs: { n: parameter(z.number()) },
  run({ seconds }, { log }) {
    log("blocks in process " + process.pid);
    const end = Date.now() + seconds * 1000;
    while (Date.now() < end);
    return { n: 1 };
  },
});
const blocking = defineWorkflow({
  name: "blocking",
  parameters: { seconds: parameter(z.number(), 20) },
  build(dag, { seconds }) {
    const { n } = dag.task(blockFor, { seconds });
    dag.task(halve, { n });
  },
});

const removeRun = defineStep({
  name: "remove-run",
  inputs: { book: artifact(file("txt")) },
  outputs: {},
  run({ book }) {
    // Removing it file by file would race with run.json, which is written while steps run.
    const run = dirname(dirname(book.file));
    renameSync(run, run + ".gone");
    return {};
  },
});
const vanishing = defineWorkflow({
  name: "vanishing",
  build(dag) {
    const { book } = dag.task(write, {});
    dag.task(removeRun, { book });
  },
});

await main({
  workflows: [plain, reading, branches, mapped, nested, repeated, flaky, review, failing, tampered, blocking, vanishing],
});
`);

/** A project with {@link sampleMain}. */
export function sampleProject(root?: string): string {
  return project({ "src/main.ts": sampleMain }, root);
}

/** The same, bundled: otherwise each of the commands that tests start at the same time would bundle it. */
export async function bundledSampleProject(): Promise<string> {
  const root = sampleProject();
  await pipeline(root, ["describe"]);
  return root;
}
