import { resolve } from "node:path";
import { didYouMean } from "../../definition/did-you-mean.js";
import { UsageError } from "../../definition/errors.js";
import type { Workflow } from "../../definition/graph.js";
import type { AnyValue, ArtifactPort, Origin, Presence } from "../../definition/port.js";
import { formatS3Address, isS3Address } from "../../storage/s3-address.js";
import { callersDirectory, projectRoot } from "../project-root.js";

/** An input artifact on this machine and in a store. */
export interface DatasetLocation {
  readonly name: string;
  /** Whether it is a folder here, and a prefix of keys there. */
  readonly isFolder: boolean;
  readonly path: string;
  readonly key: string;
  /** Of the store that the key is in. */
  readonly store: string;
}

/**
 * Where a workflow's input artifacts lie.
 * @param chosen one of them; all that have a place where left out
 * @param store the address of a store, in place of the one that the artifact's definition names
 * @throws {UsageError} where there is none, or its store is not known
 */
export function datasetLocations(
  workflow: Workflow,
  chosen: string | undefined,
  store: string | undefined,
): DatasetLocation[] {
  const artifacts = Object.entries(workflow.inputs).flatMap(([name, port]) =>
    port.kind === "artifact" && port.origin !== undefined ? [{ name, port, origin: port.origin }] : [],
  );
  const names = artifacts.map(({ name }) => name);
  if (chosen !== undefined && !names.includes(chosen)) {
    throw new UsageError(
      `${workflow.name} has no input artifact "${chosen}" with a place of its own.${didYouMean(chosen, names)} ${namesText(names)}`,
    );
  }
  if (artifacts.length === 0) throw new UsageError(`${workflow.name}: ${namesText(names)}`);
  return artifacts
    .filter(({ name }) => chosen === undefined || name === chosen)
    .map(({ name, port, origin }) => {
      const isFolder = isFolderPort(port);
      return {
        name,
        isFolder,
        path: resolve(projectRoot(), origin.path),
        // As Argo reads it: with and without a slash at its end a folder's key is the same.
        key: isFolder ? origin.key.replace(/\/+$/, "") : origin.key,
        store: store === undefined ? storeOf(name, origin) : storeAddress(store),
      };
    });
}

/** Whether an artifact is a folder on a disk, and so a prefix of keys in S3. */
export function isFolderPort({ list, codec }: ArtifactPort<AnyValue, Presence>): boolean {
  return list || codec.extension === "";
}

function namesText(names: readonly string[]): string {
  return names.length === 0
    ? "It has no input artifact with a place of its own."
    : `It has ${names.join(", ")}.`;
}

/** An address in S3, or a folder as it is meant where the command was typed. */
export function storeAddress(text: string): string {
  if (isS3Address(text)) return text;
  const [, scheme] = /^([a-z][a-z0-9+.-]+):\/\//i.exec(text) ?? [];
  // Not the address itself, which may hold a password.
  if (scheme !== undefined) {
    throw new UsageError(
      `--store: found an address that begins with ${scheme}://. Expected s3://BUCKET/PREFIX, or a folder.`,
    );
  }
  return resolve(callersDirectory(), text);
}

function storeOf(name: string, { key, s3, source }: Origin): string {
  if (source !== undefined) {
    throw new UsageError(
      `artifact "${name}" comes by ${Object.keys(source).join()} in the cluster, not from S3. Name a store: --store s3://BUCKET.`,
    );
  }
  if (s3?.bucket === undefined) {
    throw new UsageError(
      `artifact "${name}" has the key ${key}, but its definition names no bucket. Name one: --store s3://BUCKET, or s3: { bucket: … } beside the key.`,
    );
  }
  const { bucket, endpoint, insecure, region } = s3;
  // Argo writes AWS as an endpoint, and knows no scheme.
  const own =
    endpoint === undefined || endpoint === "" || endpoint === "s3.amazonaws.com" ? undefined : endpoint;
  return formatS3Address({
    bucket,
    key: "",
    ...(own === undefined ? {} : { endpoint: `${insecure === true ? "http" : "https"}://${own}` }),
    ...(region === undefined || region === "" ? {} : { region }),
  });
}
