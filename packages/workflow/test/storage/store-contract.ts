import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Store, StoredObject } from "../../src/storage/store.js";
import { tempDir } from "../cli/fixture-project.js";

/** Keys that a store must keep unchanged. */
const names = [
  "plain.txt",
  "with space.txt",
  "größe/プラン/🦊.json",
  "100%.csv",
  "a+b=c&d.csv",
  "a%20b.csv",
  "(brackets) [and] {braces}!.txt",
  'quote\'s "and" <angles>.txt',
  "semi;colon,at@colon:star*.txt",
  "tilde~hash#question?.txt",
  ".hidden/.file",
];

/**
 * The contract of every store.
 * @param open opens an empty store of its own
 */
export function testStore(open: () => Promise<Store>): void {
  test("returns the stored bytes and their digest", async () => {
    const store = await open();
    const put = await store.put("a/one.bin", Buffer.from([0, 255, 13, 10]));
    const file = join(tempDir(), "deeper", "one.bin");

    const got = await store.get("a/one.bin", file);

    expect([...readFileSync(file)]).toEqual([0, 255, 13, 10]);
    expect(got).toEqual({
      key: "a/one.bin",
      bytes: 4,
      version: put?.version,
      sha256: createHash("sha256")
        .update(Buffer.from([0, 255, 13, 10]))
        .digest("hex"),
    });
  });

  test("stores files and streams, including empty ones", async () => {
    const store = await open();
    const folder = tempDir();
    writeFileSync(join(folder, "full"), "a text");
    writeFileSync(join(folder, "empty"), "");

    await store.put("file", join(folder, "full"));
    await store.put("stream", createReadStream(join(folder, "full")));
    await store.put("empty-file", join(folder, "empty"));
    await store.put("empty-stream", createReadStream(join(folder, "empty")));

    expect(await contents(store)).toEqual({
      file: "a text",
      stream: "a text",
      "empty-file": "",
      "empty-stream": "",
    });
  });

  test("uploads and downloads content larger than a part, and reports progress", async () => {
    const store = await open();
    const bytes = Buffer.alloc(20 * 1024 * 1024 + 7, "0123456789");
    const file = join(tempDir(), "large");
    const put: number[] = [];
    const got: (number | undefined)[] = [];

    await store.put("large", bytes, { onProgress: (done, total) => put.push(done, total ?? -1) });
    await store.get("large", file, { onProgress: (done, total) => got.push(done, total) });

    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(put.slice(-2)).toEqual([bytes.length, bytes.length]);
    expect(got.slice(-2)).toEqual([bytes.length, bytes.length]);
  });

  test("uploads a stream of unknown length in parts", async () => {
    const store = await open();
    const piece = Buffer.alloc(1_000_000, "x");
    const file = join(tempDir(), "stream");
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 17; i++) yield piece;
    }

    const put = await store.put("stream", pieces());
    await store.get("stream", file);

    expect(put?.bytes).toBe(17_000_000);
    expect(readFileSync(file).equals(Buffer.alloc(17_000_000, "x"))).toBe(true);
  });

  test("replaces an object and changes its version", async () => {
    const store = await open();
    const first = await store.put("key", Buffer.from("before"));
    const second = await store.put("key", Buffer.from("after!"));

    expect(await contents(store)).toEqual({ key: "after!" });
    expect(second?.version).not.toBe(first?.version);
  });

  test.each(names)("keeps the key %j", async (name) => {
    const store = await open();
    await store.put(`dir/${name}`, Buffer.from(name));
    const file = join(tempDir(), "got");

    await store.get(`dir/${name}`, file);

    expect(readFileSync(file, "utf8")).toBe(name);
    expect(await keys(store.list())).toEqual([`dir/${name}`]);
    expect((await store.head(`dir/${name}`))?.key).toBe(`dir/${name}`);
  });

  test.each(["", "/a", "a/", "a//b", "./a", "a/../b", "..", "a\nb", "\ud800", "x".repeat(1025)])(
    "refuses the key %j",
    async (key) => {
      const store = await open();

      await expect(store.put(key, Buffer.from("x"))).rejects.toMatchObject({ name: "UsageError" });
      await expect(store.get(key, join(tempDir(), "x"))).rejects.toMatchObject({ name: "UsageError" });
      expect(await keys(store.list())).toEqual([]);
    },
  );

  test("lists the keys with a prefix, in the order of their bytes", async () => {
    const store = await open();
    for (const key of ["b/2", "b/1", "b-1", "a", "b.txt", "c/d/e", "ü", "b/x/y"])
      await store.put(key, Buffer.from(key));

    expect(await keys(store.list())).toEqual(["a", "b-1", "b.txt", "b/1", "b/2", "b/x/y", "c/d/e", "ü"]);
    expect(await keys(store.list("b/"))).toEqual(["b/1", "b/2", "b/x/y"]);
    expect(await keys(store.list("b"))).toEqual(["b-1", "b.txt", "b/1", "b/2", "b/x/y"]);
    expect(await keys(store.list("nothing/"))).toEqual([]);
  });

  test("returns the properties of an object, and undefined for a missing one", async () => {
    const store = await open();
    await store.put("there", Buffer.from("four"));

    expect(await store.head("there")).toMatchObject({ key: "there", bytes: 4 });
    expect(await store.head("not-there")).toBeUndefined();
  });

  test("deletes an object, and ignores a missing one", async () => {
    const store = await open();
    await store.put("key", Buffer.from("x"));

    await store.delete("key");
    await store.delete("key");

    expect(await keys(store.list())).toEqual([]);
  });

  test("suggests the most similar key for a missing one, and writes no file", async () => {
    const store = await open();
    await store.put("datasets/diabetes.csv", Buffer.from("x"));
    const folder = tempDir();

    await expect(store.get("datasets/diabets.csv", join(folder, "got"))).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringMatching(
        / has no key "\S*datasets\/diabets\.csv"\. Did you mean "\S*datasets\/diabetes\.csv"\?$/,
      ),
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test("lets exactly one of several writers create an object", async () => {
    const store = await open();
    const writers = Array.from({ length: 8 }, (_, i) => `writer ${i}`);

    const put = await Promise.all(
      writers.map((each) => store.put("claim", Buffer.from(each), { ifAbsent: true })),
    );
    const winners = writers.filter((_, i) => put[i] !== undefined);

    expect(winners).toHaveLength(1);
    expect(await contents(store)).toEqual({ claim: winners[0] });
  });

  test("lets exactly one of two writers create a large object", async () => {
    const store = await open();
    const writers = ["a", "b"].map((letter) => Buffer.alloc(9 * 1024 * 1024, letter));

    const put = await Promise.all(writers.map((each) => store.put("claim", each, { ifAbsent: true })));
    const file = join(tempDir(), "claim");
    await store.get("claim", file);

    const winners = writers.filter((_, i) => put[i] !== undefined);
    expect(winners).toHaveLength(1);
    expect(readFileSync(file).equals(winners[0] ?? Buffer.of())).toBe(true);
  });

  test("stores nothing if the source fails", async () => {
    const store = await open();
    async function* pieces(): AsyncGenerator<Uint8Array> {
      yield Buffer.alloc(9 * 1024 * 1024);
      throw new Error("the source broke off");
    }

    await expect(store.put("key", pieces())).rejects.toThrow("the source broke off");
    expect(await keys(store.list())).toEqual([]);
  });

  test("stops when it is aborted, and leaves no partial file or object", async () => {
    const store = await open();
    const folder = tempDir();
    await store.put("large", Buffer.alloc(20 * 1024 * 1024));
    const stop = new AbortController();
    const options = { signal: stop.signal, onProgress: () => stop.abort() };

    await expect(store.get("large", join(folder, "got"), options)).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(readdirSync(folder)).toEqual([]);

    await expect(
      store.put("other", Buffer.alloc(40 * 1024 * 1024), { signal: stop.signal }),
    ).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(await keys(store.list())).toEqual(["large"]);
  });

  test("a reader sees a whole object or none during a replacement", async () => {
    const store = await open();
    const folder = tempDir();
    const sizes = [1_000_000, 3_000_000];
    await store.put("key", Buffer.alloc(sizes[0] ?? 0, "0"));
    let writing = true;
    const writer = (async () => {
      for (let i = 0; i < 20; i++) await store.put("key", Buffer.alloc(sizes[i % 2] ?? 0, String(i % 2)));
      writing = false;
    })();

    const seen = new Set<string>();
    for (let i = 0; writing; i++) {
      const file = join(folder, String(i));
      await store.get("key", file);
      const bytes = readFileSync(file);
      seen.add(`${bytes.length} of ${[...new Set(bytes)].map((byte) => String.fromCharCode(byte)).join()}`);
    }
    await writer;

    expect(["1000000 of 0", "3000000 of 1"]).toEqual(expect.arrayContaining([...seen]));
    expect(existsSync(join(folder, "0"))).toBe(true);
  });

  test("lists a thousand small objects, page by page", async () => {
    const store = await open();
    const all = Array.from({ length: 1000 }, (_, i) => `many/${String(i).padStart(4, "0")}`);
    for (let i = 0; i < all.length; i += 20) {
      await Promise.all(all.slice(i, i + 20).map((key) => store.put(key, Buffer.from(key))));
    }

    expect(await keys(store.list("many/"))).toEqual(all);
  });
}

/** The keys of a list. */
export async function keys(list: AsyncIterable<StoredObject>): Promise<string[]> {
  const found: string[] = [];
  for await (const { key } of list) found.push(key);
  return found;
}

/** The content of every object, as texts. */
export async function contents(store: Store): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const folder = tempDir();
  for await (const { key } of store.list()) {
    await store.get(key, join(folder, "object"));
    found[key] = readFileSync(join(folder, "object"), "utf8");
  }
  return found;
}
