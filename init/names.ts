import { UsageError } from "@pipeline/workflow";

const steps = ["load-and-split-dataset", "feature-scaling", "model-training", "make-predictions", "evaluate"];

/** A name for a project, made of any text. */
export function proposeName(text: string): string {
  const name = text
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 52)
    .replaceAll(/^-+|-+$/g, "");
  return name === "" || steps.includes(name) ? "my-pipeline" : name;
}

/**
 * Checks a name for what it is used for: package, workflow, file.
 * @throws {UsageError} saying what a name may hold
 */
export function checkName(name: string): string {
  if (!/^[a-z0-9]([a-z0-9-]{0,50}[a-z0-9])?$/.test(name)) {
    throw new UsageError(
      `The name "${name}" cannot be that of a workflow. Expected at most 52 lower-case letters, digits and hyphens, with none of these at the ends, such as "${proposeName(name)}".`,
    );
  }
  if (steps.includes(name)) throw new UsageError(`"${name}" is the name of a step. Choose another one.`);
  return name;
}

/**
 * Checks an image's name.
 * @throws {UsageError} saying what is expected
 */
export function checkImageName(image: string): string {
  if (/^[a-z0-9]+([._:/-]+[A-Za-z0-9_]+)*$/.test(image) && !/:[^/]*$/.test(image)) return image;
  throw new UsageError(
    `The image "${image}" is no image's name without a tag. Expected one such as ghcr.io/your-name/churn.`,
  );
}
