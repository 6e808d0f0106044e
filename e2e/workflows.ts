import {
  artifact,
  artifactList,
  ContractError,
  defineStep,
  defineWorkflow,
  json,
  optional,
  parameter,
  TransientError,
  text,
} from "@tiphys/workflow";
import * as z from "zod";

/** Workflows that check on a real cluster that the rules of the model are true. Each asks one question. */

const number = json(z.strictObject({ value: z.number() }));

const flip = defineStep({
  name: "e2e-flip",
  inputs: { seed: parameter(z.int()) },
  outputs: { result: parameter(z.enum(["heads", "tails"])) },
  run: ({ seed }) => ({ result: seed % 2 === 0 ? "heads" : "tails" }),
});

const say = defineStep({
  name: "e2e-say",
  inputs: { word: parameter(z.string()) },
  outputs: { said: artifact(text), length: parameter(z.int()) },
  run({ word }, { log }) {
    log(`said: ${word}`);
    return { said: `I say ${word}\n`, length: word.length };
  },
});

const hear = defineStep({
  name: "e2e-hear",
  inputs: {
    heard: artifact(text),
    maybe: optional(parameter(z.int())),
    maybeSaid: optional(artifact(text)),
  },
  outputs: { answer: parameter(z.string()) },
  run({ heard, maybe, maybeSaid }, { log }) {
    const answer = `${heard.trim()} / ${maybe ?? "nothing"} / ${maybeSaid?.trim() ?? "nothing"}`;
    log(`heard: ${answer}`);
    return { answer };
  },
});

/** One of two branches runs; firstOf chooses a parameter and an artifact, optional inputs receive undefined for a skipped task. */
export const coinflip = defineWorkflow({
  name: "e2e-coinflip",
  parameters: { seed: parameter(z.int(), 0) },
  build(dag, { seed }) {
    const { result } = dag.task(flip, { seed });
    const heads = dag.task(
      say,
      { word: 'heads "quoted" {{x}}\nü' },
      { name: "heads", when: result.equals("heads") },
    );
    const tails = dag.task(
      say,
      { word: "tails" },
      { name: "tails", when: result.notEquals("heads").and(seed.greaterThan(0)) },
    );
    const { answer } = dag.task(hear, {
      heard: dag.firstOf(heads.said, tails.said),
      maybe: heads.length,
      maybeSaid: tails.said,
    });
    return { answer, length: dag.firstOf(heads.length, tails.length) };
  },
});

const parts = defineStep({
  name: "e2e-parts",
  inputs: { count: parameter(z.int()) },
  outputs: { numbers: parameter(z.array(z.int())), files: artifactList(number) },
  run: ({ count }) => {
    const numbers = Array.from({ length: count }, (_, i) => i + 1);
    return { numbers, files: numbers.map((value) => ({ value })) };
  },
});

const square = defineStep({
  name: "e2e-square",
  inputs: { n: parameter(z.number()) },
  outputs: { squared: parameter(z.number()), file: artifact(number) },
  run: ({ n }) => ({ squared: n * n, file: { value: n * n } }),
});

const half = defineStep({
  name: "e2e-half",
  inputs: { whole: artifact(number) },
  outputs: { halved: artifact(number) },
  run: ({ whole }) => ({ halved: { value: whole.value / 2 } }),
});

const add = defineStep({
  name: "e2e-add",
  inputs: {
    squares: parameter(z.array(z.number())),
    files: artifactList(number),
    halves: artifactList(number),
  },
  outputs: {
    squares: parameter(z.array(z.number())),
    files: parameter(z.array(z.number())),
    halves: parameter(z.array(z.number())),
  },
  run: ({ squares, files, halves }) => ({
    squares,
    files: files.map(({ value }) => value),
    halves: halves.map(({ value }) => value),
  }),
});

/** Maps over a list from a task, over its artifacts, and over the artifacts of a map; also over empty lists. */
export const maps = defineWorkflow({
  name: "e2e-maps",
  parameters: { count: parameter(z.int().min(0), 3) },
  build(dag, { count }) {
    const made = dag.task(parts, { count });
    const squared = dag.map(square, made.numbers, (n) => ({ n }), { name: "squares" });
    const halved = dag.map(half, made.files, (whole) => ({ whole }), { name: "halves" });
    const again = dag.map(half, squared.file, (whole) => ({ whole }), { name: "halved-squares" });
    const sums = dag.task(add, { squares: squared.squared, files: squared.file, halves: halved.halved });
    const more = dag.task(
      add,
      { squares: squared.squared, files: again.halved, halves: made.files },
      { name: "more" },
    );
    return {
      squares: sums.squares,
      files: sums.files,
      halves: sums.halves,
      moreFiles: more.files,
      moreHalves: more.halves,
    };
  },
});

const echo = defineStep({
  name: "e2e-echo",
  inputs: { text: parameter(z.string()), label: parameter(z.string()) },
  outputs: { echoed: parameter(z.object({ text: z.string(), label: z.string() })) },
  run: ({ text: words, label }) => ({ echoed: { text: words, label } }),
});

const words = ['say "hi"', "back\\slash", "two\nlines", "42", "$(HOME)", "{{x}} {{=y}}"];

const list = defineStep({
  name: "e2e-list",
  inputs: {},
  outputs: { words: parameter(z.array(z.string())) },
  run: () => ({ words }),
});

const gather = defineStep({
  name: "e2e-gather",
  inputs: { items: parameter(z.array(z.object({ text: z.string(), label: z.string() }))) },
  outputs: { texts: parameter(z.array(z.string())), labels: parameter(z.array(z.string())) },
  run: ({ items }) => ({ texts: items.map((item) => item.text), labels: items.map((item) => item.label) }),
});

/** Texts with quotes, backslashes and line feeds pass through maps unchanged, as do objects and their fields. */
export const texts = defineWorkflow({
  name: "e2e-texts",
  build(dag) {
    const literal = dag.map(echo, words, (item) => ({ text: item, label: "literal" }), { name: "literal" });
    const made = dag.task(list, {});
    const dynamic = dag.map(echo, made.words, (item) => ({ text: item, label: "dynamic" }), {
      name: "dynamic",
    });
    const fields = dag.map(
      echo,
      dynamic.echoed,
      (item) => ({ text: item.field("text"), label: item.field("label") }),
      { name: "fields" },
    );
    const first = dag.task(gather, { items: literal.echoed }, { name: "first" });
    const second = dag.task(gather, { items: fields.echoed }, { name: "second" });
    return { first: first.texts, second: second.texts, labels: second.labels };
  },
});

const literalMap = defineWorkflow({
  name: "e2e-inner",
  parameters: { factor: parameter(z.number(), 2) },
  build(dag, { factor }) {
    const scale = defineStep({
      name: "e2e-scale",
      inputs: { n: parameter(z.number()), label: parameter(z.string()), factor: parameter(z.number()) },
      outputs: { scaled: artifact(number) },
      run: ({ n, label, factor: by }) => ({ scaled: { value: n * by + label.length } }),
    });
    const scaled = dag.map(
      scale,
      [
        { n: 0.5, label: "a" },
        { n: 4, label: "bbb" },
      ],
      (item) => ({ n: item.field("n"), label: item.field("label"), factor }),
    );
    return { scaled: scaled.scaled };
  },
});

/** A nested workflow, used twice; it outputs the artifacts of the map inside. */
export const nested = defineWorkflow({
  name: "e2e-nested",
  build(dag) {
    const first = dag.task(literalMap, {}, { name: "first" });
    const second = dag.task(literalMap, { factor: 10 }, { name: "second" });
    const sums = dag.task(add, { squares: [1], files: first.scaled, halves: second.scaled });
    const halved = dag.map(half, second.scaled, (whole) => ({ whole }), { name: "outer" });
    const more = dag.task(
      add,
      { squares: [2], files: halved.halved, halves: first.scaled },
      { name: "more" },
    );
    return { files: sums.files, halves: sums.halves, outer: more.files };
  },
});

const count = defineStep({
  name: "e2e-count",
  inputs: { n: parameter(z.int()), seen: optional(artifact(number)) },
  outputs: { n: parameter(z.int()), seen: artifact(number) },
  run: ({ n, seen }) => ({ n: n + 1, seen: { value: (seen?.value ?? 0) * 10 + n } }),
});

/** Repeats until a condition is true; each round passes state to the next as a parameter and as an artifact. */
export const repeat = defineWorkflow({
  name: "e2e-repeat",
  parameters: { until: parameter(z.int(), 3) },
  build(dag, { until }) {
    const start = dag.task(count, { n: 0 }, { name: "start" });
    const rounds = dag.repeat(
      count,
      { n: start.n, seen: start.seen },
      {
        until: (round) => round.n.atLeast(3),
        next: (round) => ({ n: round.n, seen: round.seen }),
        maxRounds: 5,
      },
      { name: "rounds" },
    );
    const last = dag.task(count, { n: rounds.n, seen: rounds.seen }, { name: "last", when: until.equals(3) });
    const end = dag.task(count, { n: rounds.n, seen: rounds.seen }, { name: "end", after: [last] });
    return { n: rounds.n, end: end.n, seen: rounds.seen };
  },
});

/** A person decides, and also enters a free value. */
export const approve = defineWorkflow({
  name: "e2e-approve",
  build(dag) {
    dag.task(say, { word: "before" }, { name: "before" });
    const { decision, rate, mood } = dag.approve({
      name: "review",
      message: "Go on?",
      fields: {
        decision: z.enum(["yes", "no"]),
        rate: z.number(),
        mood: z.enum(["good", "bad"]).default("bad"),
      },
    });
    const { said } = dag.task(say, { word: "yes" }, { name: "agreed", when: decision.equals("yes") });
    const { squared } = dag.task(square, { n: rate });
    const { length } = dag.task(say, { word: decision }, { name: "always" });
    const refused = dag.task(say, { word: "no" }, { name: "refused", when: decision.equals("no") });
    const { answer } = dag.task(hear, { heard: dag.firstOf(said, refused.said) });
    return { squared, length, answer, mood };
  },
});

const trouble = defineStep({
  name: "e2e-trouble",
  inputs: {
    kind: parameter(z.enum(["transient", "kill", "contract", "none"])),
    failures: parameter(z.int()),
  },
  outputs: { attempt: parameter(z.int()) },
  run: ({ kind, failures }, { attempt }) => {
    if (attempt <= failures) {
      if (kind === "transient") throw new TransientError("the network is slow today");
      if (kind === "kill") process.kill(process.pid, "SIGKILL");
    }
    // An output that violates its contract ends with exit code 65.
    return { attempt: kind === "contract" ? Number.NaN : attempt };
  },
});

/** A transient failure and a killed pod are retried. */
export const retry = defineWorkflow({
  name: "e2e-retry",
  build(dag) {
    const options = { retry: { limit: 3, backoff: { duration: "1s", factor: 2 } } } as const;
    const transient = dag.task(
      trouble,
      { kind: "transient", failures: 2 },
      { name: "transient", ...options },
    );
    const killed = dag.task(trouble, { kind: "kill", failures: 1 }, { name: "killed", ...options });
    return { transient: transient.attempt, killed: killed.attempt };
  },
});

const sharedEnd = defineStep({
  name: "e2e-shared-end",
  inputs: { broken: parameter(z.boolean()), said: artifact(text), attempt: parameter(z.int()) },
  outputs: { told: parameter(z.string()) },
  run({ broken, said, attempt }) {
    if (broken) throw new ContractError("it is broken");
    return { told: `${said.trim()} ${attempt}` };
  },
});

/** In one pod a transient failure is retried there, and a killed step repeats the pod. */
export const sharedPod = defineWorkflow({
  name: "e2e-shared-pod",
  parameters: { broken: parameter(z.boolean(), false) },
  argo: { fuse: true },
  build(dag, { broken }) {
    const { said } = dag.task(say, { word: "shared" });
    const options = { retry: { limit: 3, backoff: { duration: "1s" } } } as const;
    const transient = dag.task(
      trouble,
      { kind: "transient", failures: 2 },
      { name: "transient", after: [said], ...options },
    );
    const killed = dag.task(
      trouble,
      { kind: "kill", failures: 1 },
      { name: "killed", after: [transient], ...options },
    );
    const last = dag.task(sharedEnd, { broken, said, attempt: killed.attempt }, { retry: { limit: 2 } });
    return { transient: transient.attempt, killed: killed.attempt, told: last.told };
  },
});

const goodbye = defineStep({
  name: "e2e-goodbye",
  inputs: {
    status: parameter(z.string()),
    failures: parameter(z.array(z.object({ displayName: z.string() })).nullable()),
    length: optional(parameter(z.int())),
    said: optional(artifact(text)),
  },
  outputs: { line: artifact(text) },
  run: ({ status, failures, length, said }, { log }) => {
    const line = `${status} ${failures?.map(({ displayName }) => displayName).join(",") ?? "none"} ${length ?? "absent"} ${said?.trim() ?? "absent"}`;
    log(line);
    return { line: `${line}\n` };
  },
});

/** The exit handler receives the outcome of the workflow; a contract violation is not retried. */
export const exit = defineWorkflow({
  name: "e2e-exit",
  parameters: { fail: parameter(z.boolean(), false) },
  build(dag, { fail }) {
    const { said } = dag.task(say, { word: "done" });
    const broken = dag.task(
      trouble,
      { kind: "contract", failures: 0 },
      { name: "broken", when: fail.equals(true), retry: { limit: 2 } },
    );
    const after = dag.task(say, { word: "late" }, { name: "late", after: [broken] });
    const { answer } = dag.task(hear, { heard: said }, { after: [after] });
    return { answer, length: after.length, said };
  },
  onExit(dag, { status, failures, outputs }) {
    dag.task(goodbye, { status, failures, length: outputs.length, said: outputs.said });
  },
});
