import type { Artifact, ArtifactLocation } from "../argo-schema/types.js";
import { argumentLists } from "./argument-lists.js";
import type { DeepPartial } from "./deep-partial.js";
import { templateDisplayName } from "./display-name.js";
import type { Manifest } from "./manifest.js";
import type { Path } from "./path.js";

export type AnyLocation = DeepPartial<ArtifactLocation> & DeepPartial<Artifact>;

/** In Argo's order. */
const kinds = ["artifactory", "azure", "git", "gcs", "hdfs", "http", "oss", "raw", "s3", "plugin"] as const;

/** The kinds of storage that a location names; more than one is an error of its own. */
export function storagesOf(location: AnyLocation): (typeof kinds)[number][] {
  return kinds.filter((kind) => location[kind] !== undefined);
}

/** A place that can define where an artifact is stored. */
export interface LocationAt {
  readonly location: AnyLocation;
  readonly at: Path;
  readonly words: string;
  /** Where in a template, or in the arguments of something. */
  readonly place: "inputs" | "outputs" | "archiveLocation" | "arguments";
}

/** Every place of a manifest that can define where an artifact is stored. */
export function* locationsOf(manifest: Manifest): Generator<LocationAt> {
  for (const node of manifest.templates) {
    for (const place of ["inputs", "outputs"] as const) {
      for (const [i, location] of (node.template[place]?.artifacts ?? []).entries()) {
        const kind = place === "inputs" ? "input" : "output";
        const words = `the ${kind} artifact "${location.name ?? ""}" of ${templateDisplayName(node)}`;
        yield { location, at: [...node.path, place, "artifacts", i], words, place };
      }
    }
    const { archiveLocation: location } = node.template;
    if (location !== undefined) {
      const words = `the archiveLocation of ${templateDisplayName(node)}`;
      yield { location, at: [...node.path, "archiveLocation"], words, place: "archiveLocation" };
    }
  }
  for (const list of argumentLists(manifest)) {
    for (const [i, location] of (list.arguments.artifacts ?? []).entries()) {
      const words = `the artifact "${location.name ?? ""}" of ${list.words}`;
      yield { location, at: [...list.at, "artifacts", i], words, place: "arguments" };
    }
  }
}
