import {
  type ArtifactRef,
  type Dag,
  defineWorkflow,
  inputArtifact,
  type ParameterRef,
  parameter,
  text,
} from "@tiphys/workflow";
import fc from "fast-check";
import * as z from "zod";
import type { Workflow } from "../../../src/definition/graph.js";
import { join, needed, retried, say, shout, split } from "./fixtures/steps.js";
import { oddText } from "./fixtures/workflows.js";

/** A task of a random workflow, with numbers that choose among the outputs of earlier tasks. */
interface Choice {
  readonly kind: "say" | "needed" | "shout" | "split" | "join" | "map" | "retried";
  readonly first: number;
  readonly second: number;
  readonly option: "none" | "after" | "env";
}

const choice: fc.Arbitrary<Choice> = fc.record({
  kind: fc.constantFrom("say", "needed", "shout", "split", "join", "map", "retried"),
  first: fc.nat(20),
  // Mostly the newest output, so that there are chains.
  second: fc.oneof(fc.constant(0), fc.nat(20)),
  option: fc.constantFrom("none", "none", "none", "after", "env"),
});

/** Workflows whose tasks are wired at random: chains, branches, maps, lists, retries and tasks with other pod options. */
export const randomWorkflow: fc.Arbitrary<Workflow> = fc
  .array(choice, { minLength: 2, maxLength: 7 })
  .map((choices) =>
    defineWorkflow({
      name: "random",
      parameters: { given: parameter(z.string(), oddText) },
      artifacts: { dataset: inputArtifact(text, { path: "page.txt", key: "pages/page.txt" }) },
      build(dag, { given, dataset }) {
        const built = new Pools(given, dataset);
        for (const [i, each] of choices.entries()) addTask(dag, each, `task-${i}`, built);
        return built.outputs();
      },
    }),
  );

/** The values that later tasks can read; the newest comes first. */
class Pools {
  readonly texts: ParameterRef<string>[];
  readonly pages: ArtifactRef<string>[];
  readonly lists: ArtifactRef<readonly string[]>[] = [];
  readonly counts: ParameterRef<number>[] = [];
  readonly tasks: string[] = [];

  constructor(given: ParameterRef<string>, dataset: ArtifactRef<string>) {
    this.texts = [given];
    this.pages = [dataset];
  }

  /** Every second text, page and count, so that some outputs of pods are read by nobody. */
  outputs(): Record<string, ParameterRef<string> | ParameterRef<number> | ArtifactRef<string>> {
    const all = { text: this.texts, page: this.pages, count: this.counts };
    const entries = Object.entries(all).flatMap(([name, refs]) =>
      refs.slice(0, -1).flatMap((ref, i) => (i % 2 === 0 ? [[`${name}_${i}`, ref] as const] : [])),
    );
    return Object.fromEntries(entries);
  }
}

function addTask(dag: Dag, { kind, first, second, option }: Choice, name: string, pools: Pools): void {
  const [words, page] = [chosen(pools.texts, first), chosen(pools.pages, second)];
  const options = {
    name,
    ...(option === "after" && pools.tasks.length > 0 ? { after: [chosen(pools.tasks, first)] } : {}),
    ...(option === "env" ? { env: [{ name: "OTHER", value: "pod" }] } : {}),
  };
  const list = pools.lists[first % Math.max(1, pools.lists.length)];
  if (kind === "say") {
    const said = dag.task(say, { words: first % 3 === 0 ? oddText : words }, options);
    pools.texts.unshift(said.words);
    pools.pages.unshift(said.page);
  } else if (kind === "needed") pools.texts.unshift(dag.task(needed, { words, page }, options).told);
  else if (kind === "split") {
    const literal = Array.from({ length: first % 3 }, (_, i) => `${i}{{x}}`);
    pools.lists.unshift(dag.task(split, { words: literal }, options).parts);
  } else if (kind === "map" && list !== undefined) {
    const each = dag.map(shout, list, (part) => ({ part }), options);
    pools.lists.unshift(each.loud);
  } else if (kind === "join" && list !== undefined) {
    const joined = dag.task(join, { parts: list }, options);
    pools.pages.unshift(joined.joined);
    pools.counts.unshift(joined.count);
  } else if (kind === "retried") {
    const retry = { limit: 2 };
    const done = dag.task(retried, { failures: second % 3, page }, { ...options, retry });
    pools.counts.unshift(done.attempts);
    pools.pages.unshift(done.page);
  } else {
    const { loud, length } = dag.task(shout, { part: page }, options);
    pools.pages.unshift(loud);
    pools.counts.unshift(length);
  }
  pools.tasks.unshift(name);
}

function chosen<T>(from: readonly T[], number: number): T {
  const found = from[number % from.length];
  if (found === undefined) throw new Error("there is nothing to choose from");
  return found;
}
