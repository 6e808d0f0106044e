import { isObject, type JsonObject, type JsonValue } from "../../src/model/json.js";
import { pathText } from "../../src/model/path.js";
import { type Place, withValue } from "./places.js";
import type { Random } from "./random.js";

/** What was done to a manifest, and what came out. */
export interface Mutated {
  readonly what: string;
  readonly value: JsonValue;
}

type Mutation = (manifest: JsonValue, places: readonly Place[], random: Random) => Mutated | undefined;

/** Ways to make a good manifest worse; undefined where the manifest has no place for it. */
export const mutations: Readonly<Record<string, Mutation>> = {
  drop: (manifest, places, random) => changed("dropped", manifest, random.of(places), () => undefined),

  rename(manifest, places, random) {
    const place = random.of(places.filter(({ path }) => typeof path.at(-1) === "string"));
    if (place === undefined) return undefined;
    const name = misspelt(String(place.path.at(-1)), random);
    const parent = place.path.slice(0, -1);
    const value = withValue(manifest, place.path, () => undefined);
    return {
      what: `${pathText(place.path)} is called ${name}`,
      value: withValue(value, [...parent, name], () => place.value),
    };
  },

  move: (manifest, places, random) => copied(manifest, places, random, true),
  copy: (manifest, places, random) => copied(manifest, places, random, false),

  reference(manifest, places, random) {
    const fields = ["template", "entrypoint", "onExit", "dependencies", "depends", "name", "from", "key"];
    const place = random.of(texts(places).filter(({ field }) => fields.includes(field)));
    return changed("altered", manifest, place, (old) => misspelt(String(old), random));
  },

  name(manifest, places, random) {
    const place = random.of(texts(places).filter(({ field }) => /name$/i.test(field)));
    const bad = [
      "Upper",
      "two words",
      "a.b",
      "1st",
      "-a",
      "a_b",
      "{{x}}",
      "é",
      "a".repeat(70),
      "a/b",
      "item",
    ];
    return changed("made a bad name", manifest, place, () => random.of(bad));
  },

  another(manifest, places, random) {
    const place = random.of(texts(places));
    const others = texts(places).filter(
      ({ field, value }) => field === place?.field && value !== place.value,
    );
    return changed("made that of another", manifest, place, () => random.of(others)?.value ?? "x");
  },

  repeat(manifest, places, random) {
    const place = random.of(places.filter(({ value }) => Array.isArray(value) && value.length > 0));
    return changed("has an item twice", manifest, place, (old) => {
      const items = Array.isArray(old) ? old : [];
      return [...items, random.of(items) ?? null];
    });
  },

  reverse(manifest, places, random) {
    const place = random.of(places.filter(({ value }) => Array.isArray(value) && value.length > 1));
    return changed("turned around", manifest, place, (old) => (Array.isArray(old) ? old.toReversed() : old));
  },

  type(manifest, places, random) {
    const others: JsonValue[] = ["text", 7, -1, 1.5, true, [], ["a"], {}, { a: "b" }, "12", "", [{}], null];
    return changed("of another type", manifest, random.of(places), () => random.of(others));
  },

  empty(manifest, places, random) {
    return changed("emptied", manifest, random.of(places), (old) => {
      if (typeof old === "string") return "";
      if (Array.isArray(old)) return [];
      return isObject(old) ? {} : 0;
    });
  },

  tag(manifest, places, random) {
    const place = random.of(texts(places).filter(({ value }) => value.includes("{{")));
    return changed("with another tag", manifest, place, (old) => alteredTag(String(old), random));
  },

  expression(manifest, places, random) {
    const fields = ["when", "depends", "expression", "continueOn", "condition", "withParam", "count"];
    const place = random.of(
      texts(places).filter(({ field, value }) => fields.includes(field) || value.includes("{{=")),
    );
    return changed("with a broken expression", manifest, place, (old) => brokenText(String(old), random));
  },

  add(manifest, places, random) {
    const place = random.of(places.filter(({ value }) => isObject(value)));
    const [name, value] = random.of(additions) ?? ["when", "true"];
    return changed(`given ${name}: ${JSON.stringify(value)}`, manifest, place, (old) => ({
      ...(isObject(old) ? old : {}),
      [name]: value,
    }));
  },
};

/** Fields that are right in one place and wrong in another, or wrong next to others. */
const additions: readonly (readonly [string, JsonValue])[] = [
  ["container", { image: "busybox" }],
  ["script", { image: "busybox", source: "echo" }],
  ["suspend", {}],
  ["withItems", ["a", "b"]],
  ["withParam", "{{inputs.parameters.list}}"],
  ["withSequence", { count: "3" }],
  ["withSequence", { count: "3", end: "4" }],
  ["when", "{{item}} == a"],
  ["when", "{{tasks.a.status}} == Succeeded"],
  ["depends", "a.Succeeded && b"],
  ["dependencies", ["a"]],
  ["hooks", { exit: { template: "nope" } }],
  ["hooks", { running: { template: "main" } }],
  ["template", "main"],
  ["templateRef", { name: "other" }],
  ["inline", { container: { image: "busybox" } }],
  ["arguments", { parameters: [{ name: "x" }] }],
  ["arguments", { parameters: [{ name: "x", value: "{{inputs.parameters.y}}" }] }],
  ["valueFrom", { path: "/tmp/x" }],
  ["valueFrom", {}],
  ["inputs", { parameters: [{ name: "x" }] }],
  ["inputs", { artifacts: [{ name: "x", path: "/x" }] }],
  ["outputs", { parameters: [{ name: "x" }] }],
  ["outputs", { artifacts: [{ name: "x" }] }],
  ["retryStrategy", { limit: "ten" }],
  ["retryStrategy", { expression: "lastRetry.exitCode ==" }],
  ["timeout", "soon"],
  ["activeDeadlineSeconds", "{{inputs.parameters.x}}"],
  ["parallelism", 0],
  ["failFast", false],
  ["metrics", { prometheus: [{ name: "bad name", help: "", counter: { value: "1" } }] }],
  ["synchronization", { mutexes: [{ name: "a" }] }],
  ["onExit", "nope"],
  ["data", { source: {}, transformation: [] }],
  ["http", { url: "http://x" }],
  ["continueOn", { failed: true }],
];

function changed(
  how: string,
  manifest: JsonValue,
  place: Place | undefined,
  change: (old: JsonValue | undefined) => JsonValue | undefined,
): Mutated | undefined {
  if (place === undefined) return undefined;
  let after: JsonValue | undefined;
  const value = withValue(manifest, place.path, (old) => {
    after = change(old);
    return after;
  });
  const shown = JSON.stringify(after)?.slice(0, 100);
  return { what: `${pathText(place.path)} ${how}${shown === undefined ? "" : `: ${shown}`}`, value };
}

function copied(
  manifest: JsonValue,
  places: readonly Place[],
  random: Random,
  move: boolean,
): Mutated | undefined {
  const place = random.of(places.filter(({ path }) => typeof path.at(-1) === "string"));
  const target = random.of(places.filter(({ value }) => isObject(value)));
  if (place === undefined || target === undefined) return undefined;
  const with2 = withValue(manifest, target.path, (old) => ({
    ...((old ?? {}) as JsonObject),
    [place.field]: place.value,
  }));
  return {
    what: `${pathText(place.path)} ${move ? "moved" : "copied"} to ${pathText(target.path)}`,
    value: move ? withValue(with2, place.path, () => undefined) : with2,
  };
}

function texts(places: readonly Place[]): (Place & { readonly value: string })[] {
  return places.filter(
    (place): place is Place & { readonly value: string } => typeof place.value === "string",
  );
}

function misspelt(word: string, random: Random): string {
  const at = random.below(word.length);
  const ways = [
    word.slice(0, at) + word.slice(at + 1),
    `${word}s`,
    word.slice(0, at) + (word[at] ?? "").toUpperCase() + word.slice(at + 1),
    `${word}x`,
    "x",
  ];
  return random.of(ways) ?? word;
}

function alteredTag(text: string, random: Random): string {
  const tags = [...text.matchAll(/\{\{(.*?)\}\}/gs)];
  const tag = random.of(tags);
  if (tag === undefined) return text;
  const [whole, content = ""] = tag;
  const segments = content.split(".");
  const at = random.below(segments.length);
  const roots = [
    "inputs",
    "outputs",
    "tasks",
    "steps",
    "workflow",
    "item",
    "pod",
    "node",
    "retries",
    "x",
    "parameters",
    "artifacts",
    "result",
    "status",
    "exitCode",
    "creationTimestamp",
    "labels",
    "failures",
  ];
  const ways = [
    whole.slice(0, -1),
    whole.slice(1),
    `{{=${content}}}`,
    `{{${segments.toSpliced(at, 1).join(".")}}}`,
    `{{${segments.toSpliced(at, 1, misspelt(segments[at] ?? "", random)).join(".")}}}`,
    `{{${segments.toSpliced(at, 1, random.of(roots) ?? "x").join(".")}}}`,
    `{{${content}.${random.of(roots)}}}`,
    `{{ ${content} }}`,
    "{{}}",
    `{{${random.of(roots)}}}`,
  ];
  return text.replace(whole, () => random.of(ways) ?? whole);
}

function brokenText(text: string, random: Random): string {
  const at = random.below(text.length);
  const signs = ["(", ")", "&&", "||", "!", "==", "'", '"', " ", "{{", "}}", ".", "x", ">", "{{item}}"];
  const sign = random.of(signs) ?? "(";
  const ways = [
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + sign + text.slice(at),
    text.replace(/&&|\|\||==/, sign),
    `${text} ${sign}`,
    text.slice(0, at),
    `{{=${text}}}`,
  ];
  return random.of(ways) ?? text;
}
