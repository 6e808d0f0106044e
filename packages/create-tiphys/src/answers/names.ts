import { UsageError } from "@tiphys/workflow";

const steps = [
  "load-and-split-dataset",
  "feature-scaling",
  "model-training",
  "make-predictions",
  "evaluate",
  "score-new-rows",
];

/** Names that a project's training workflow cannot have. */
const taken = [...steps, "predict"];

/** Makes a valid project name from any text. */
export function proposeName(text: string): string {
  const name = text
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 52)
    .replaceAll(/^-+|-+$/g, "");
  return name === "" || taken.includes(name) ? "my-pipeline" : name;
}

/**
 * Checks a name, which is used for a package, a workflow and a file.
 * @throws {UsageError} naming the allowed characters and length
 */
export function checkName(name: string): string {
  if (!/^[a-z0-9]([a-z0-9-]{0,50}[a-z0-9])?$/.test(name)) {
    throw new UsageError(
      `The name "${name}" is not a valid workflow name. Expected at most 52 lower-case letters, digits and hyphens, without hyphens at the ends, such as "${proposeName(name)}".`,
    );
  }
  if (taken.includes(name)) {
    const what = steps.includes(name) ? "a step" : "another workflow";
    throw new UsageError(`"${name}" is the name of ${what}. Choose another one.`);
  }
  return name;
}

/**
 * Checks an image's name.
 * @throws {UsageError} naming the expected form
 */
export function checkImageName(image: string): string {
  if (/^[a-z0-9]+([._:/-]+[A-Za-z0-9_]+)*$/.test(image) && !/:[^/]*$/.test(image)) return image;
  throw new UsageError(
    `The image "${image}" is not an image name without a tag. Expected one such as ghcr.io/your-name/churn.`,
  );
}
