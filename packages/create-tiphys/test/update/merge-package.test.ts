import { expect, test } from "vitest";
import { mergePackage } from "../../src/update/merge-package.js";

const merge = (before: object, ours: object, after: object) => {
  const [old, own, next] = [before, ours, after].map((content) => JSON.stringify(content, undefined, 2));
  const { text, kept } = mergePackage(`${old}\n`, `${own}\n`, `${next}\n`);
  const content: unknown = JSON.parse(text);
  return { content, kept, order: Object.keys(content ?? {}) };
};

test("entries that only the template changed are taken: changed, added, removed", () => {
  const { content, kept } = merge(
    { scripts: { start: "a", yaml: "b" }, dependencies: { zod: "1" } },
    { scripts: { start: "a", yaml: "b", mine: "m" }, dependencies: { zod: "1" } },
    { scripts: { start: "c", lint: "d" }, dependencies: { zod: "2" } },
  );
  expect(content).toEqual({ scripts: { start: "c", lint: "d", mine: "m" }, dependencies: { zod: "2" } });
  expect(kept).toEqual([]);
});

test("entries that only the user changed stay: changed, added, removed", () => {
  const before = { name: "churn", scripts: { start: "a", yaml: "b" }, engines: { node: "20" } };
  const ours = { name: "mine", scripts: { start: "c" }, engines: { node: "20" }, author: "me" };
  expect(merge(before, ours, { ...before, license: "MIT" })).toEqual({
    content: { ...ours, license: "MIT" },
    kept: [],
    order: ["name", "scripts", "engines", "license", "author"],
  });
});

test("an entry that both changed keeps the user's, and is reported", () => {
  const { content, kept } = merge(
    { scripts: { start: "a", yaml: "b", lint: "c", same: "d" }, tiphys: { image: "old" } },
    { scripts: { start: "mine", lint: "mine", same: "both" }, tiphys: { image: "mine" } },
    { scripts: { start: "theirs", yaml: "theirs", same: "both" }, tiphys: { image: "theirs" } },
  );
  expect(content).toEqual({
    scripts: { start: "mine", lint: "mine", same: "both" },
    tiphys: { image: "mine" },
  });
  expect(kept).toEqual([
    { entry: "scripts.start", yours: '"mine"', template: '"theirs"' },
    { entry: "scripts.yaml", yours: undefined, template: '"theirs"' },
    { entry: "scripts.lint", yours: '"mine"', template: undefined },
    { entry: "tiphys.image", yours: '"mine"', template: '"theirs"' },
  ]);
});

test("nested entries are merged one by one", () => {
  const { content, kept } = merge(
    { overrides: { a: { b: "1", c: "1" } }, allowScripts: { esbuild: false } },
    { overrides: { a: { b: "1", c: "2" } }, allowScripts: { esbuild: false, mine: true } },
    { overrides: { a: { b: "3", c: "1" } } },
  );
  expect(content).toEqual({ overrides: { a: { b: "3", c: "2" } }, allowScripts: { mine: true } });
  expect(kept).toEqual([]);
});

test("a field that the template adds or removes as a whole", () => {
  expect(merge({ name: "a" }, { name: "a" }, { name: "a", overrides: { b: "1" } }).content).toEqual({
    name: "a",
    overrides: { b: "1" },
  });
  expect(
    merge({ name: "a", overrides: { b: "1" } }, { name: "a", overrides: { b: "1" } }, { name: "a" }).content,
  ).toEqual({ name: "a" });
  const removed = merge(
    { name: "a", overrides: { b: "1" } },
    { name: "a" },
    { name: "a", overrides: { b: "2", c: "1" } },
  );
  expect(removed.content).toEqual({ name: "a", overrides: { c: "1" } });
  expect(removed.kept).toEqual([{ entry: "overrides.b", yours: undefined, template: '"2"' }]);
});

test("lists are merged as a whole", () => {
  const { content, kept } = merge({ files: ["a"] }, { files: ["a", "mine"] }, { files: ["a", "b"] });
  expect(content).toEqual({ files: ["a", "mine"] });
  expect(kept).toEqual([{ entry: "files", yours: '["a","mine"]', template: '["a","b"]' }]);
});

test("the user's order stays, and a new entry comes after its neighbour in the template", () => {
  const { order } = merge(
    { name: "a", version: "1", scripts: {} },
    { version: "1", author: "me", scripts: {}, name: "a" },
    { private: true, name: "a", type: "module", version: "1", scripts: {}, license: "MIT" },
  );
  expect(order).toEqual(["private", "version", "author", "scripts", "license", "name", "type"]);
});

test("the user's indentation and line ends stay, and an unchanged text stays to the character", () => {
  const ours = '{\r\n\t"name": "a",\r\n\t"version": "1"\r\n}\r\n';
  const [before, after] = ['{"name":"a"}', '{"name":"b"}'];
  expect(mergePackage(before, ours, after).text).toBe('{\r\n\t"name": "b",\r\n\t"version": "1"\r\n}\r\n');
  expect(mergePackage(before, '{ "name":"a" }', before).text).toBe('{ "name":"a" }');
});

test("a package.json of another kind is refused", () => {
  const message = /^package\.json cannot be read: it is not an object\. It is merged entry by entry: correct/;
  expect(() => mergePackage("{}", "[]", "{}")).toThrow(message);
});
