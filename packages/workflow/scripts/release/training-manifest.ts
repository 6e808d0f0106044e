import { fieldsOf, type ManifestObject } from "../../src/argo/client/requests.js";
import { imageTag } from "../../src/cli/image-name.js";
import { UserError } from "../../src/definition/errors.js";

/** Where a training run comes from. */
export interface TrainingSource {
  /** The release's tag. */
  readonly release: string;
  /** The commit; empty if it is not known. */
  readonly revision: string;
  /** Web address of the repository; empty if it is not known. */
  readonly repository: string;
  /** With its digest. */
  readonly image: string;
  /** Address of the run of GitHub Actions, if it is one. */
  readonly run: string | undefined;
}

export const releaseLabel = "pipeline.workflow/release";
export const revisionLabel = "pipeline.workflow/revision";
export const imageAnnotation = "pipeline.workflow/image";

/** The labels by which the training runs of a release are found. */
export function trainingLabels({ release, revision }: TrainingSource): Readonly<Record<string, string>> {
  return {
    [releaseLabel]: labelValue(release),
    ...(revision === "" ? {} : { [revisionLabel]: labelValue(revision) }),
  };
}

/**
 * A manifest that says which release it trains, and that Argo ends after a time.
 * @param seconds for the whole run, as Argo's activeDeadlineSeconds; an own one of the workflow stays if it is shorter
 */
export function trainingManifest(
  manifest: ManifestObject,
  source: TrainingSource,
  seconds: number,
): ManifestObject {
  const metadata = fieldsOf(manifest.metadata);
  const spec = fieldsOf(manifest.spec);
  const own = spec.activeDeadlineSeconds;
  return {
    ...manifest,
    metadata: {
      ...metadata,
      labels: { ...fieldsOf(metadata.labels), ...trainingLabels(source) },
      annotations: {
        ...fieldsOf(metadata.annotations),
        "workflows.argoproj.io/title": `Release ${source.release}`,
        [releaseLabel]: source.release,
        ...(source.repository === "" ? {} : { "pipeline.workflow/repository": source.repository }),
        ...(source.run === undefined ? {} : { "pipeline.workflow/run": source.run }),
        [imageAnnotation]: source.image,
      },
    },
    spec: { ...spec, activeDeadlineSeconds: typeof own === "number" ? Math.min(own, seconds) : seconds },
  };
}

/** A text as a label's value: at most 63 characters, which begin and end with a letter or digit. */
function labelValue(text: string): string {
  return imageTag(text)
    .slice(0, 63)
    .replaceAll(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, "");
}

/**
 * The seconds that a training run may take.
 * @param minutes of TRAINING_MINUTES; 330 if it is not set
 * @throws {UserError} if it is not a whole number from 1 to 340, which end before the job does
 */
export function trainingSeconds(minutes: string | undefined): number {
  const text = minutes === undefined || minutes.trim() === "" ? "330" : minutes.trim();
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > 340) {
    throw new UserError(
      `TRAINING_MINUTES is "${text}". Expected a whole number from 1 to 340: the job ends after 350 minutes.`,
    );
  }
  return value * 60;
}
