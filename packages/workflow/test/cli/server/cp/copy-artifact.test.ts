import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { packTar } from "modern-tar";
import { expect, test } from "vitest";
import { copyArtifact } from "../../../../src/cli/server/cp/copy-artifact.js";
import type { PlannedCopy } from "../../../../src/cli/server/cp/planned-copy.js";
import { safePath } from "../../../../src/storage/folder-transfer/safe-path.js";
import { faultServer, serviceOf } from "../../../argo/client/fault-server.js";
import { tempDir } from "../../fixture-project.js";

const signal = new AbortController().signal;

const plain: PlannedCopy = {
  task: "train",
  artifact: "model",
  nameInNode: "model",
  nodeId: "train-1",
  direction: "outputs",
  path: safePath("train/model.json", "The artifact"),
  key: "train/model.json",
  isFolder: false,
  isPacked: false,
  wasDeleted: false,
};

test("unpacks an archive packed by Argo", async () => {
  const directory = tempDir();
  writeFileSync(join(directory, "original"), "[1, 2]");
  const packed = execFileSync("tar", ["-cz", "-C", directory, "original"]);
  const { url } = await faultServer((response) => response.end(packed));
  const copy = { ...plain, key: "train/model.tgz", isPacked: true };
  await copyArtifact(serviceOf(url), "wf", copy, directory, signal);
  expect(readFileSync(join(directory, "train/model.json"), "utf8")).toBe("[1, 2]");
  expect(existsSync(join(directory, "train/model.json.unpacked"))).toBe(false);
});

test("rejects content that ends with the server's error message", async () => {
  const directory = tempDir();
  const { url } = await faultServer((response) => response.end("[1, failed to stream artifact: EOF\n"));
  const copied = copyArtifact(serviceOf(url), "wf", plain, directory, signal);
  await expect(copied).rejects.toThrow("the server broke off: failed to stream artifact: EOF");
  expect(existsSync(join(directory, "train/model.json"))).toBe(false);
});

test("continues a folder where it was stopped", async () => {
  const directory = tempDir();
  mkdirSync(join(directory, "train/parts.part"), { recursive: true });
  writeFileSync(join(directory, "train/parts.part/0.json"), "kept");
  const { url, asked } = await faultServer((response, request) => {
    const entry = (name: string): string => `<li><a href="./${name}">${name}</a></li>\n`;
    response.end(request.url?.endsWith("/") ? entry("0.json") + entry("1.json") : "fetched");
  });
  const copy = { ...plain, artifact: "parts", path: safePath("train/parts", "The artifact"), isFolder: true };
  expect(await copyArtifact(serviceOf(url), "wf", copy, directory, signal)).toBe(11);
  expect(readFileSync(join(directory, "train/parts/0.json"), "utf8")).toBe("kept");
  expect(readFileSync(join(directory, "train/parts/1.json"), "utf8")).toBe("fetched");
  expect(asked).toHaveLength(2);
});

test("writes nothing outside of its folder, whatever names a folder lists", async () => {
  const { url } = await faultServer((response) =>
    response.end('<li><a href="./x">../../../escaped</a></li>\n'),
  );
  const copy = { ...plain, artifact: "parts", path: safePath("train/parts", "The artifact"), isFolder: true };
  const copied = copyArtifact(serviceOf(url), "wf", copy, tempDir(), signal);
  await expect(copied).rejects.toThrow(
    'its file "../../../escaped" cannot be a file on this machine: it has the part ".." between slashes',
  );
});

test("reports that Argo has deleted it", async () => {
  const { url } = await faultServer((response) => response.end());
  const copied = copyArtifact(serviceOf(url), "wf", { ...plain, wasDeleted: true }, tempDir(), signal);
  await expect(copied).rejects.toThrow("it was deleted from the bucket (artifactGC).");
});

test("an archive that cannot be unpacked leaves nothing, so that the next copy fetches it again", async () => {
  const directory = tempDir();
  let bytes = gzipSync("no archive");
  const { url } = await faultServer((response) => response.end(bytes));
  const copy = { ...plain, key: "train/model.tgz", isPacked: true };
  const service = serviceOf(url);
  await expect(copyArtifact(service, "wf", copy, directory, signal)).rejects.toThrow(
    "its archive is damaged",
  );
  expect(readdirSync(join(directory, "train"))).toEqual([]);
  bytes = gzipSync(await packTar([{ header: { name: "model", size: 2 }, body: "[]" }]));
  await copyArtifact(service, "wf", copy, directory, signal);
  expect(readFileSync(join(directory, "train/model.json"), "utf8")).toBe("[]");
  expect(readdirSync(join(directory, "train"))).toEqual(["model.json"]);
});
