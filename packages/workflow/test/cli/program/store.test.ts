import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openStore } from "../../../src/storage/open-store.js";
import { bucket, type Server, secretKey, serverBinary, startServer } from "../../storage/s3/s3-server.js";
import { keys } from "../../storage/store-contract.js";
import { tempDir } from "../fixture-project.js";
import { type Ended, linesOf, pipeline, recordIn, startPipeline } from "../program.js";
import { bundledSampleProject, sampleProject } from "./sample-project.js";

const root = await bundledSampleProject();

/** Runs a workflow with a runs directory of its own. */
async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const runs = tempDir();
  const ended = await pipeline(root, ["run", ...args, "--runs", runs], { env });
  return { ...ended, runs, latest: join(runs, "latest") };
}

/** Files of a folder, by their paths in it. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

describe("run --store with a folder", () => {
  test.concurrent("stores artifacts and the record as in the run's directory", async () => {
    const store = tempDir();
    const { code, stdout, latest } = await run(["plain", "--store", join(store, "kept")]);

    const { run: name, store: place } = recordIn(latest);
    expect(filesIn(store)).toEqual([
      `kept/${name}/greet/greeting.txt`,
      `kept/${name}/greet/log.txt`,
      `kept/${name}/run.json`,
    ]);
    for (const file of ["greet/greeting.txt", "greet/log.txt", "run.json"]) {
      expect(readFileSync(join(store, "kept", name, file), "utf8")).toBe(
        readFileSync(join(latest, file), "utf8"),
      );
    }
    expect(place).toBe(join(store, "kept", name));
    expect(linesOf(stdout).at(-2)).toBe(`Stored in ${place}`);
    expect(code).toBe(0);
  });

  test.concurrent("stores each iteration of a map, and lists", async () => {
    const store = tempDir();
    const { latest } = await run(["mapped", "--store", store]);

    const { run: name } = recordIn(latest);
    expect(filesIn(join(store, name))).toEqual([
      "greet/0/greeting.txt",
      "greet/0/log.txt",
      "greet/1/greeting.txt",
      "greet/1/log.txt",
      "run.json",
      "total/all.txt",
    ]);
  });

  test.concurrent("stores the outputs of a failed run and its exit handler, and the failure", async () => {
    const store = tempDir();
    const { code, latest } = await run(["failing", "--store", store]);

    const { run: name } = recordIn(latest);
    expect(filesIn(join(store, name))).toEqual([
      "break-down/log.txt",
      "greet/greeting.txt",
      "greet/log.txt",
      "onExit/tell/log.txt",
      "run.json",
    ]);
    expect(recordIn(join(store, name)).phase).toBe("Failed");
    expect(code).toBe(1);
  });

  test.concurrent("resolves the store's folder from the caller's directory", async () => {
    const runs = tempDir();
    const elsewhere = tempDir();
    await pipeline(root, ["run", "plain", "--store", "kept", "--runs", runs], {
      cwd: root,
      env: { INIT_CWD: elsewhere, npm_lifecycle_event: "start" },
    });
    expect(filesIn(elsewhere)).toHaveLength(3);
  });

  test.concurrent("creates no run if the store cannot be written", async () => {
    const store = join(tempDir(), "taken");
    writeFileSync(store, "");
    const { code, stdout, stderr, runs } = await run(["plain", "--store", store]);

    expect(stderr).toMatch(
      /^The store \S+\/taken cannot be written \(\w+: .*\)\. Make it writable, or name another\.\n$/,
    );
    expect(stdout).toBe("");
    expect(readdirSync(runs)).toEqual([]);
    expect(code).toBe(1);
  });

  test.concurrent("stores the record of a run that was stopped by Ctrl-C", async () => {
    const store = tempDir();
    const args = ["run", "blocking", "--store", store, "--runs", tempDir()];
    const { child, shows, ended } = startPipeline(root, args);
    await shows("blocks in process ");
    const [name = ""] = readdirSync(store).filter((each) => each.startsWith("blocking-"));
    const before = recordIn(join(store, name)).phase;

    child.kill("SIGINT");

    const { code } = await ended;
    expect([before, recordIn(join(store, name)).phase]).toEqual(["Running", "Interrupted"]);
    expect(code).toBe(130);
  });

  test.concurrent("fails if the store is lost meanwhile, and reports what was not stored", async () => {
    const store = join(tempDir(), "store");
    const runs = tempDir();
    const args = ["run", "blocking", "--set", "seconds=2", "--store", store, "--runs", runs];
    const { shows, ended } = startPipeline(root, args);
    await shows("blocks in process ");
    rmSync(store, { recursive: true });
    writeFileSync(store, "");

    const { code, stdout, stderr } = await ended;

    expect(stderr).toMatch(
      /^Not stored: block\/log\.txt: .*\nNot stored: run\.json: The store \S+ cannot be written/,
    );
    expect(stdout).toContain("\nSucceeded in ");
    expect(recordIn(join(runs, "latest")).phase).toBe("Succeeded");
    expect(code).toBe(1);
  });
});

test.concurrent.each([
  [
    "an address with a password",
    ["plain", "--store", "s3://key:hunter2@bucket"],
    "names a user before the bucket",
  ],
  [
    "an address of the web as a store",
    ["plain", "--store", "https://u:hunter2@host/"],
    "begins with https://",
  ],
  [
    "an address of the web as an input",
    ["reading", "--set", "title=x", "--set", "book=https://u:hunter2@host/x?X-Amz-Signature=hunter2"],
    'artifact "book": found an address that begins with https://. Expected a path, or s3://BUCKET/KEY',
  ],
  [
    "a bucket without a key as an input",
    ["reading", "--set", "title=x", "--set", "book=s3://bucket"],
    "but no key in it",
  ],
  [
    "an endpoint with a password",
    ["reading", "--set", "title=x", "--set", "book=s3://bucket/x?endpoint=https://u:hunter2@h"],
    "contains a user or a password",
  ],
])("refuses %s without showing it", async (_what, args, message) => {
  const { code, stdout, stderr } = await run(args);

  expect(stderr).toContain(message);
  expect(stdout + stderr).not.toContain("hunter2");
  expect(code).toBe(2);
});

test.concurrent(
  "needs no SDK where nothing lies in S3, and says what is missing where something does",
  async () => {
    const bare = sampleProject();
    rmSync(join(bare, "node_modules/@aws-sdk"));

    const without = await pipeline(bare, ["run", "plain", "--store", tempDir()]);
    const needed = await pipeline(bare, ["run", "plain", "--store", "s3://bucket"]);

    expect(without).toMatchObject({ code: 0, stderr: "" });
    expect(needed.stderr).toBe(
      "S3 needs the package @aws-sdk/client-s3, which is not installed. Install it: npm ci\n",
    );
    expect(needed.code).toBe(1);
  },
);

test("leaves the SDK out of the program that it bundles", async () => {
  const bundled = sampleProject();
  await pipeline(bundled, ["describe"]);

  const cache = join(bundled, "node_modules/.cache/tiphys");
  const files = filesIn(cache).filter((file) => file.endsWith(".js"));

  expect(files.filter((file) => file.includes("s3-store"))).toHaveLength(1);
  expect(
    files.filter((file) => readFileSync(join(cache, file), "utf8").includes("x-amz-checksum-crc32")),
  ).toEqual([]);
});

describe.skipIf(serverBinary === "")("with a server of S3", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
    Object.assign(process.env, server.environment);
  });

  /** Neither the output of a run nor its files may contain the secret. */
  function expectNoSecret({ stdout, stderr }: Ended, ...folders: readonly string[]): void {
    const texts = folders.flatMap((folder) =>
      filesIn(folder).map((file) => readFileSync(join(folder, file), "utf8")),
    );
    expect([stdout, stderr, ...texts].filter((text) => text.includes(secretKey))).toEqual([]);
  }

  test("stores a run under its own prefix", async () => {
    const ended = await run(["mapped", "--store", `s3://${bucket}/team a/runs`], server.environment);
    const store = await openStore(server.address("team a/runs"));

    const record = recordIn(ended.latest);
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    expect(await keys(store.list())).toEqual(
      [
        ...["greet/0/greeting.txt", "greet/0/log.txt", "greet/1/greeting.txt", "greet/1/log.txt"],
        ...["run.json", "total/all.txt"],
      ].map((file) => `${record.run}/${file}`),
    );
    const copy = join(tempDir(), "run.json");
    await store.get(`${record.run}/run.json`, copy);
    expect(readFileSync(copy)).toEqual(readFileSync(join(ended.latest, "run.json")));
    expect(record.store).toBe(server.address(`team a/runs/${record.run}`));
    expectNoSecret(ended, ended.runs, server.folder);
  });

  test("reads an input from S3 once, and records its address", async () => {
    const store = await openStore(server.address());
    await store.put("books/a book.txt", Buffer.from("once upon a time"));
    const runs = tempDir();
    const args = [
      "run",
      "reading",
      "--set",
      "title=x",
      "--set",
      `book=s3://${bucket}/books/a book.txt`,
      "--runs",
      runs,
    ];

    const first = await pipeline(root, args, { env: server.environment });
    await server.kill();
    await server.restart();
    const second = await pipeline(root, args, { env: server.environment });

    const [kept] = readdirSync(join(runs, ".inputs"));
    const path = join(runs, ".inputs", kept ?? "", "a book.txt");
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(second.stdout).toContain(`\npath  ${path}\n`);
    expect(recordIn(join(runs, "latest")).inputs.artifacts.book).toEqual({
      path,
      sha256: createHash("sha256").update("once upon a time").digest("hex"),
      bytes: 16,
      source: server.address("books/a book.txt"),
    });
    expect(readdirSync(join(runs, ".inputs"))).toHaveLength(1);
    expectNoSecret(first, runs);
  });

  test("fetches an input again if its version changed, or if it was changed on this machine", async () => {
    const store = await openStore(server.address());
    const runs = tempDir();
    const read = async (): Promise<string> => {
      await pipeline(
        root,
        [
          "run",
          "reading",
          "--set",
          "title=x",
          "--set",
          `book=${server.address("books/changing.txt")}`,
          "--runs",
          runs,
        ],
        { env: server.environment },
      );
      const { book } = recordIn(join(runs, "latest")).inputs.artifacts;
      const path = book === undefined || Array.isArray(book) ? "" : book.path;
      const text = readFileSync(path, "utf8");
      writeFileSync(path, "changed by hand");
      return text;
    };

    await store.put("books/changing.txt", Buffer.from("first"));
    const texts = [await read(), await read()];
    await store.put("books/changing.txt", Buffer.from("second"));
    texts.push(await read());

    expect(texts).toEqual(["first", "first", "second"]);
  });

  test.each([
    [
      "a key that is not there",
      "books/nothing.txt",
      {},
      /has no key "books\/nothing\.txt"\. (Did you mean|There is)/,
      1,
    ],
    [
      "a wrong secret",
      "books/a book.txt",
      { AWS_SECRET_ACCESS_KEY: "hunter2-hunter2" },
      /the secret key does not belong to the access key/,
      1,
    ],
    [
      "an unknown access key",
      "books/a book.txt",
      { AWS_ACCESS_KEY_ID: "nobody" },
      /the server does not know the access key/,
      1,
    ],
    [
      "a server that is not there",
      "books/a book.txt",
      { AWS_ENDPOINT_URL_S3: "http://127.0.0.1:1" },
      /the server cannot be reached \(ECONNREFUSED\)/,
      75,
    ],
  ])("says in one line what is wrong with %s", async (_what, key, env, words, exitCode) => {
    const { code, stdout, stderr, runs } = await run(
      ["reading", "--set", "title=x", "--set", `book=s3://${bucket}/${key}`, "--verbose"],
      { ...server.environment, ...env },
    );

    expect(stderr).toMatch(words);
    expect(stdout + stderr).not.toMatch(new RegExp(`hunter2|${secretKey}|Signature=`));
    expect(filesIn(runs)).toEqual([]);
    expect(code).toBe(exitCode);
  });

  test("creates no run if the bucket does not exist", async () => {
    const { code, stderr, runs } = await run(["plain", "--store", "s3://no-such-bucket"], server.environment);

    expect(stderr).toBe(
      `There is no bucket "no-such-bucket" at ${server.endpoint}. Check its name, or create it.\n`,
    );
    expect(readdirSync(runs)).toEqual([]);
    expect(code).toBe(1);
  });
});
