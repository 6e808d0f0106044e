import {
  artifact,
  artifactList,
  containerStep,
  defineStep,
  defineWorkflow,
  existingTemplate,
  inlineScript,
  optional,
  parameter,
  scriptStep,
  text,
} from "@tiphys/workflow";
import * as z from "zod";

/** Workflows whose tasks are not steps of the project: containers, scripts and templates of the cluster. */

/** The tests' own image has Node and a shell, so that no registry is needed. */
const nodeImage = process.env.E2E_IMAGE ?? "node:24-slim";
/** An image that knows nothing about the project, if the cluster has one. */
const shellImage = process.env.E2E_SHELL_IMAGE ?? nodeImage;

/** A text with special characters of the shell, Kubernetes, Argo and JSON. */
const oddText = `it's "odd": $(HOME) $$ $HOME {{x}} back\\slash ü`;

const write = defineStep({
  name: "e2e-write",
  inputs: {},
  outputs: { lines: artifact(text), words: parameter(z.array(z.string())) },
  run: () => ({ lines: "pear\napple\nfig\n", words: ["a", 'say "hi"', "US$$ $(HOME) ü", "two\nlines"] }),
});

const sortLines = containerStep({
  name: "e2e-sort-lines",
  image: shellImage,
  command: [
    "sh",
    "-c",
    'sort "$1" > "$2" && wc -l < "$2" | tr -d " " > "$3" && printf "%s/%s/%s" "$4" "$5" "$(test -e "$6" && cat "$6")" > "$7"',
    "sort-lines",
  ],
  inputs: {
    lines: artifact(text),
    remark: parameter(z.string()),
    missing: optional(parameter(z.int())),
    page: optional(artifact(text)),
  },
  outputs: { sorted: artifact(text), count: parameter(z.int()), remark: parameter(z.string()) },
  args: ({ inputs, outputs }) => [
    inputs.lines,
    outputs.sorted,
    outputs.count,
    inputs.remark,
    inputs.missing,
    inputs.page,
    outputs.remark,
  ],
});

const measure = containerStep({
  name: "e2e-measure",
  image: shellImage,
  command: ["sh", "-c", 'printf "<%s>" "$1" > "$2" && printf "%s" "$1" | wc -c > "$3"', "measure"],
  inputs: { word: parameter(z.string()) },
  outputs: { page: artifact(text), bytes: parameter(z.int()) },
  args: ({ inputs, outputs }) => [inputs.word, outputs.page, outputs.bytes],
});

const shout = containerStep({
  name: "e2e-shout",
  image: shellImage,
  command: ["sh", "-c", 'tr a-z A-Z < "$1" > "$2"', "shout"],
  inputs: { page: artifact(text) },
  outputs: { loud: artifact(text) },
  args: ({ inputs, outputs }) => [inputs.page, outputs.loud],
});

const split = containerStep({
  name: "e2e-split",
  image: shellImage,
  command: [
    "sh",
    "-c",
    'mkdir -p "$2" && i=0 && while read -r line; do echo "$line" > "$2/$i.txt"; i=$((i + 1)); done < "$1"',
    "split",
  ],
  inputs: { lines: artifact(text) },
  outputs: { parts: artifactList(text) },
  args: ({ inputs, outputs }) => [inputs.lines, outputs.parts],
});

const readBack = defineStep({
  name: "e2e-read-back",
  inputs: {
    sorted: artifact(text),
    pages: artifactList(text),
    loud: artifactList(text),
    parts: artifactList(text),
  },
  outputs: {
    sorted: parameter(z.array(z.string())),
    pages: parameter(z.array(z.string())),
    loud: parameter(z.array(z.string())),
    parts: parameter(z.array(z.string())),
  },
  run: ({ sorted, pages, loud, parts }) => ({
    sorted: sorted.trim().split("\n"),
    pages: [...pages],
    loud: [...loud],
    parts: parts.map((part) => part.trim()),
  }),
});

/** Containers read and write parameters, artifacts and lists, once and in maps. */
export const containers = defineWorkflow({
  name: "e2e-containers",
  build(dag) {
    const { lines, words } = dag.task(write, {});
    const once = dag.task(sortLines, { lines, remark: oddText });
    const again = dag.task(
      sortLines,
      { lines: once.sorted, remark: once.remark, page: lines },
      { name: "again" },
    );
    const measured = dag.map(measure, words, (word) => ({ word }));
    const shouted = dag.map(shout, measured.page, (page) => ({ page }));
    const { parts } = dag.task(split, { lines });
    const read = dag.task(readBack, {
      sorted: again.sorted,
      pages: measured.page,
      loud: shouted.loud,
      parts,
    });
    return { count: once.count, remark: again.remark, bytes: measured.bytes, ...read };
  },
});

const describeNumber = inlineScript({
  name: "e2e-describe-number",
  image: nodeImage,
  inputs: { n: parameter(z.number()), unit: optional(parameter(z.string())), remark: parameter(z.string()) },
  result: z.object({ n: z.number(), text: z.string() }),
  async run({ n, unit, remark }) {
    const { createHash } = await import("node:crypto");
    console.log("on standard error");
    const hash = createHash("sha256").update(String(n)).digest("hex").slice(0, 4);
    return { n: n * 2, text: `${unit ?? "none"} ${hash} $$ ${remark}` };
  },
});

const joinTexts = inlineScript({
  name: "e2e-join-texts",
  image: nodeImage,
  inputs: { items: parameter(z.array(z.object({ n: z.number(), text: z.string() }))) },
  result: z.string(),
  run: ({ items }) => items.map(({ n, text: remark }) => `${n}: ${remark}`).join("\n"),
});

const addInShell = scriptStep({
  name: "e2e-add-in-shell",
  image: shellImage,
  command: ["sh"],
  inputs: { a: parameter(z.int()), b: parameter(z.int()) },
  result: z.int(),
  source: `echo "adding $INPUT_a" >&2
echo $((INPUT_a + INPUT_b))
`,
});

const echoInShell = scriptStep({
  name: "e2e-echo-in-shell",
  image: shellImage,
  command: ["sh"],
  inputs: { "a-word": parameter(z.string()) },
  result: z.string(),
  source: `printf '%s %s\\n' 'a$$b' "$INPUT_a_word"\n`,
});

/** Scripts in the manifest, in JavaScript and in shell, once and in maps. */
export const scripts = defineWorkflow({
  name: "e2e-scripts",
  parameters: { numbers: parameter(z.array(z.int()), [1, 2, 3]) },
  build(dag, { numbers }) {
    const one = dag.task(describeNumber, { n: 21, unit: "kg", remark: oddText }, { name: "one" });
    const sums = dag.map(addInShell, numbers, (a) => ({ a, b: 10 }), { name: "sums" });
    const each = dag.map(describeNumber, sums.result, (n) => ({ n, remark: "mapped" }), { name: "each" });
    const joined = dag.task(joinTexts, { items: each.result });
    const sum = dag.task(addInShell, { a: -1, b: 8 }, { name: "sum" });
    const echoed = dag.task(echoInShell, { "a-word": oddText });
    return {
      one: one.result,
      sums: sums.result,
      each: each.result,
      joined: joined.result,
      sum: sum.result,
      echoed: echoed.result,
    };
  },
});

const ring = defineStep({
  name: "e2e-ring",
  inputs: { times: parameter(z.int()), sound: parameter(z.string(), "ding") },
  outputs: { rung: parameter(z.string()), page: artifact(text) },
  run: ({ times, sound }) => ({
    rung: Array(times).fill(sound).join(" "),
    page: `${times} × ${sound}\n`,
  }),
});

/** The WorkflowTemplate that `shared` creates in the cluster. */
export const shared = defineWorkflow({
  name: "e2e-shared",
  parameters: { times: parameter(z.int(), 1) },
  build: (dag, { times }) => ({ rung: dag.task(ring, { times }).rung }),
});

const ringOfCluster = existingTemplate({
  name: "e2e-ring-of-cluster",
  templateRef: { name: "e2e-shared", template: "e2e-ring" },
  inputs: { times: parameter(z.int()), sound: parameter(z.string(), "ding") },
  outputs: { rung: parameter(z.string()), page: artifact(text) },
});

/** A DAG of the cluster, and a template whose artifacts no task reads. */
const sharedOfCluster = existingTemplate({
  name: "e2e-shared-of-cluster",
  templateRef: { name: "e2e-shared", template: "e2e-shared" },
  inputs: { times: parameter(z.int()) },
  outputs: { rung: parameter(z.string()) },
});

const copyPage = defineStep({
  name: "e2e-copy-page",
  inputs: { page: artifact(text) },
  outputs: { page: parameter(z.string()) },
  run: ({ page }) => ({ page }),
});

/** Tasks that are templates of the cluster: a step, a DAG, and one in a map; a step reads their outputs. */
export const refers = defineWorkflow({
  name: "e2e-refers",
  build(dag) {
    const rung = dag.task(ringOfCluster, { times: 2, sound: oddText }, { name: "rung" });
    const whole = dag.task(sharedOfCluster, { times: 3 }, { name: "whole" });
    const each = dag.map(sharedOfCluster, [1, 2], (times) => ({ times }), { name: "each" });
    const copied = dag.task(copyPage, { page: rung.page });
    return { rung: rung.rung, page: copied.page, whole: whole.rung, each: each.rung };
  },
});
