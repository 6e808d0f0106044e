import { fieldsOf, type ManifestObject } from "../../argo/client/requests.js";
import { UserError } from "../../definition/errors.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { imageTag } from "../project/image-name.js";

/** The source of a training run. */
export interface TrainingSource {
  /** The release's tag. */
  readonly release: string;
  /** The commit; empty if unknown. */
  readonly revision: string;
  /** Web address of the repository; empty if unknown. */
  readonly repository: string;
  /** The image, with its digest. */
  readonly image: string;
  /** URL of the run of GitHub Actions, if it is one. */
  readonly run: string | undefined;
}

const releaseLabel = "pipeline.workflow/release";
const revisionLabel = "pipeline.workflow/revision";
export const imageAnnotation = "pipeline.workflow/image";

/** The labels that identify the training runs of a release. */
export function trainingLabels({ release, revision }: TrainingSource): Readonly<Record<string, string>> {
  return {
    [releaseLabel]: labelValue(release),
    ...(revision === "" ? {} : { [revisionLabel]: labelValue(revision) }),
  };
}

/**
 * Adds the labels and annotations of a release and a deadline to a manifest.
 * @param seconds for the whole run, as activeDeadlineSeconds; a shorter one in the manifest is kept
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
        ...omitUndefined({ "pipeline.workflow/run": source.run }),
        [imageAnnotation]: source.image,
      },
    },
    spec: { ...spec, activeDeadlineSeconds: typeof own === "number" ? Math.min(own, seconds) : seconds },
  };
}

/** Converts a text to a label value: at most 63 characters, beginning and ending with a letter or digit. */
function labelValue(text: string): string {
  return imageTag(text)
    .slice(0, 63)
    .replaceAll(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, "");
}

/**
 * The maximum duration of a training run, in seconds.
 * @param minutes value of TRAINING_MINUTES; default: 330
 * @throws {UserError} if it is not a whole number from 1 to 340: the run has to end before the job, which ends after 350
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
