/** A `FROM` line with a literal name. */
export interface BaseImage {
  /** The stage, after `AS`. */
  readonly stage: string | undefined;
  /** Without digest: `node:24-slim`. */
  readonly name: string;
  /** `sha256:…`, where the line is pinned. */
  readonly digest: string | undefined;
}

const fromLine =
  /^FROM[ \t]+(?:--platform=\S+[ \t]+)?([a-z\d][a-z\d._/:-]*?:[\w.-]+)(?:@(sha256:[\da-f]{64}))?(?:[ \t]+AS[ \t]+(\S+))?[ \t]*$/gim;

/** The images with a tag that a Dockerfile names literally, in their order; stages and build arguments are not among them. */
export function baseImages(dockerfile: string): readonly BaseImage[] {
  return [...dockerfile.matchAll(fromLine)].map(([, name = "", digest, stage]) => ({ stage, name, digest }));
}

/** The image as a container tool takes it: `node:24-slim@sha256:…`, or without digest where it is not pinned. */
export function reference({ name, digest }: BaseImage): string {
  return digest === undefined ? name : `${name}@${digest}`;
}

/** A Dockerfile in which every image that has no digest yet gets the one that is looked up for its name. */
export function pinned(dockerfile: string, digestOf: (name: string) => string): string {
  return dockerfile.replace(fromLine, (line, name: string, digest: string | undefined) =>
    digest === undefined ? line.replace(name, `${name}@${digestOf(name)}`) : line,
  );
}
