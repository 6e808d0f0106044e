import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { packTar } from "modern-tar";
import { expect, test } from "vitest";
import { unpackArchive } from "../../../../src/cli/server/cp/unpack-archive.js";
import { tempDir } from "../../fixture-project.js";

type Entry = Parameters<typeof packTar>[0][number];

const signal = new AbortController().signal;

function file(name: string, body = "x"): Entry {
  return { header: { name, size: Buffer.byteLength(body) }, body };
}

async function archiveOf(...entries: Entry[]): Promise<Buffer> {
  return gzipSync(await packTar(entries));
}

/** Unpacks bytes, and returns the path of the content. */
async function unpack(bytes: Uint8Array, limits?: Parameters<typeof unpackArchive>[3]): Promise<string> {
  const folder = tempDir();
  writeFileSync(join(folder, "packed.tgz"), bytes);
  return unpackArchive(join(folder, "packed.tgz"), join(folder, "unpacked"), signal, limits);
}

async function failure(bytes: Uint8Array, limits?: Parameters<typeof unpackArchive>[3]): Promise<string> {
  const error: unknown = await unpack(bytes, limits).catch((reason: unknown) => reason);
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

test("the result is the only entry of an archive, a file or a folder", async () => {
  const one = await unpack(await archiveOf(file("original", "[1, 2]")));
  expect(readFileSync(one, "utf8")).toBe("[1, 2]");
  const folder: Entry = { header: { name: "parts/", size: 0, type: "directory" } };
  const many = await unpack(await archiveOf(folder, file("parts/a/b.json"), file("parts/c.json")));
  expect(readdirSync(many, { recursive: true }).sort()).toEqual(["a", "a/b.json", "c.json"]);
});

test.each(["gnu", "ustar", "posix"])(
  "an archive of the program tar in its format %s is unpacked",
  async (format) => {
    const folder = tempDir();
    const name = `${"long-".repeat(45)}é.txt`;
    mkdirSync(join(folder, "parts"));
    writeFileSync(join(folder, "parts", format === "ustar" ? "short.txt" : name), "text");
    const packed = execFileSync("tar", ["-cz", `--format=${format}`, "-C", folder, "./parts"]);
    const [unpacked] = readdirSync(await unpack(packed));
    expect(unpacked).toBe(format === "ustar" ? "short.txt" : name);
  },
);

test("a link in an archive is refused", async () => {
  const folder = tempDir();
  mkdirSync(join(folder, "parts"));
  symlinkSync("/etc/passwd", join(folder, "parts", "link"));
  expect(await failure(execFileSync("tar", ["-cz", "-C", folder, "parts"]))).toBe(
    'UserError: its archive has "parts/link", which is a symlink. Only files and folders are unpacked. Copy it from the bucket.',
  );
});

test.each(["fifo", "character-device", "block-device", "link", "symlink"] as const)(
  "a %s is refused",
  async (type) => {
    const entry: Entry = { header: { name: "parts/odd", size: 0, type, linkname: "../../x" } };
    expect(await failure(await archiveOf(file("parts/a"), entry))).toContain(
      `"parts/odd", which is a ${type}.`,
    );
  },
);

test.each(["/etc/passwd", "../x", "parts/../../x", "parts//x", "a\u0001b"])(
  "the name %j is refused",
  async (name) => {
    expect(await failure(await archiveOf(file("parts/a"), file(name)))).toContain(
      "whose name is not allowed:",
    );
  },
);

test("an archive that is cut off or damaged leaves nothing", async () => {
  const whole = await archiveOf(file("a", "text".repeat(1000)));
  expect(await failure(whole.subarray(0, 60))).toBe(
    "UserError: its archive is damaged: unexpected end of file.",
  );
  expect(await failure(gzipSync(Buffer.from("no archive")))).toContain("UserError: its archive is damaged:");
  expect(await failure(Buffer.from("no gzip"))).toBe(
    "UserError: its archive is damaged: incorrect header check.",
  );
  const bytes = await packTar([file("a", "text".repeat(1000))]);
  expect(await failure(gzipSync(bytes.subarray(0, 2048)))).toContain(
    "its archive is damaged: Tar archive is truncated.",
  );
  expect(await failure(gzipSync(bytes.subarray(0, 4608)))).toContain(
    "its archive is damaged: Tar archive is truncated.",
  );
});

test("two entries with the same name are refused", async () => {
  expect(await failure(await archiveOf(file("p/a"), file("p/a")))).toBe(
    "UserError: its archive has two entries with the same name.",
  );
  expect(await failure(await archiveOf(file("p/a"), file("p/a/b")))).toBe(
    "UserError: its archive has two entries with the same name.",
  );
});

test("an archive that is many times larger than its file is refused before it fills the disk", async () => {
  const bomb = await archiveOf(file("zeros", "0".repeat(5_000_000)));
  expect(await failure(bomb, { bytes: 1_000_000, ratio: 100, entries: 10 })).toBe(
    "UserError: it unpacks to more than 1.0 MB. Copy it from the bucket.",
  );
  const many = await archiveOf(...Array.from({ length: 11 }, (_, i) => file(`p/${i}`)));
  expect(await failure(many, { bytes: 1e6, ratio: 100, entries: 10 })).toBe(
    "UserError: it has more than 10 files. Copy it from the bucket.",
  );
  expect(existsSync(join(await unpack(many), "10"))).toBe(true);
});
