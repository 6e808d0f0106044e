import { resolve } from "node:path";
import { didYouMean } from "@tiphys/argo-lint/text";
import { UsageError } from "../../definition/errors.js";
import type { Workflow } from "../../definition/graph.js";
import type { AnyValue, ArtifactPort, Origin, OriginInRuns, Presence } from "../../definition/port.js";
import { originPath } from "../../local/workflow-inputs.js";
import { formatS3Address, isS3Address } from "../../storage/s3-address.js";
import { callersDirectory, projectRoot } from "../project/project-root.js";

/** An input artifact in a store. */
export interface StoredInput {
  readonly name: string;
  /** Whether it is a folder on this machine, and a prefix of keys in the store. */
  readonly isFolder: boolean;
  /** Where it is on this machine. */
  readonly origin: Origin | OriginInRuns;
  readonly key: string;
  /** Address of the store with the key. */
  readonly store: string;
}

/** An input artifact on this machine and in a store. */
export interface DatasetLocation extends Omit<StoredInput, "origin"> {
  readonly path: string;
}

/**
 * The keys of a workflow's input artifacts.
 * @param chosen name of one of them; default: all that have a path and key
 * @param store address of a store, in place of the one in the artifact's definition
 * @throws {UsageError} if there is no such artifact, or its store is not known
 */
export function storedInputs(
  workflow: Workflow,
  chosen: string | undefined,
  store: string | undefined,
): StoredInput[] {
  const artifacts = Object.entries(workflow.inputs).flatMap(([name, port]) =>
    port.kind === "artifact" && port.origin !== undefined ? [{ name, port, origin: port.origin }] : [],
  );
  const names = artifacts.map(({ name }) => name);
  if (chosen !== undefined && !names.includes(chosen)) {
    throw new UsageError(
      `${workflow.name} has no input artifact "${chosen}" with a path and a key.${didYouMean(chosen, names)} ${namesText(names)}`,
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
        origin,
        // As Argo reads it: a slash at the end of a folder's key makes no difference.
        key: isFolder ? origin.key.replace(/\/+$/, "") : origin.key,
        store: store === undefined ? storeOf(name, origin) : storeAddress(store),
      };
    });
}

/**
 * The paths and keys of a workflow's input artifacts, to move them. What another workflow outputs is sent from its newest
 * succeeded run, and fetched only for a run.
 * @param runs the directory of all runs
 * @throws {UsageError} as {@link storedInputs} does, or if there is no such run
 */
export function datasetLocations(
  direction: "pull" | "push",
  inputs: readonly StoredInput[],
  runs: string,
): DatasetLocation[] {
  const [only] = inputs;
  if (direction === "pull" && inputs.length === 1 && only !== undefined && only.origin.path === undefined) {
    throw new UsageError(
      `artifact "${only.name}" is an output of runs of ${only.origin.workflow}, which has no path to fetch it to. Name its address for a run: --set ${only.name}=s3://BUCKET/KEY`,
    );
  }
  return inputs
    .filter(({ origin }) => direction === "push" || origin.path !== undefined)
    .map((input) => ({
      ...input,
      path: originPath(input.name, input.origin, { root: projectRoot(), runs }),
    }));
}

/** Whether an artifact is a folder on disk, and so a prefix of keys in S3. */
export function isFolderPort({ list, codec }: ArtifactPort<AnyValue, Presence>): boolean {
  return list || codec.extension === "";
}

function namesText(names: readonly string[]): string {
  return names.length === 0
    ? "It has no input artifact with a path and a key."
    : `It has ${names.join(", ")}.`;
}

/** Resolves `--store`: an address in S3, or a folder relative to the caller's directory. @throws {UsageError} for another scheme */
export function storeAddress(text: string): string {
  if (isS3Address(text)) return text;
  const [, scheme] = /^([a-z][a-z0-9+.-]+):\/\//i.exec(text) ?? [];
  // Not the address itself, which may contain a password.
  if (scheme !== undefined) {
    throw new UsageError(
      `--store: found an address that begins with ${scheme}://. Expected s3://BUCKET/PREFIX, or a folder.`,
    );
  }
  return resolve(callersDirectory(), text);
}

function storeOf(name: string, { key, s3, source }: Omit<Origin, "path">): string {
  if (source !== undefined) {
    throw new UsageError(
      `artifact "${name}" comes from ${Object.keys(source).join()} in the cluster, not from S3. Name a store: --store s3://BUCKET.`,
    );
  }
  if (s3?.bucket === undefined) {
    throw new UsageError(
      `artifact "${name}" has the key ${key}, but its definition names no bucket. Name one: --store s3://BUCKET, or s3: { bucket: … } next to the key.`,
    );
  }
  const { bucket, endpoint, insecure, region } = s3;
  // Argo writes AWS as an endpoint, and endpoints without a scheme.
  const own =
    endpoint === undefined || endpoint === "" || endpoint === "s3.amazonaws.com" ? undefined : endpoint;
  return formatS3Address({
    bucket,
    key: "",
    ...(own === undefined ? {} : { endpoint: `${insecure === true ? "http" : "https"}://${own}` }),
    ...(region === undefined || region === "" ? {} : { region }),
  });
}
