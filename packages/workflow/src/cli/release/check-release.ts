import { UserError } from "../../definition/errors.js";
import { imageName } from "../project/image-name.js";

/** The tag, package.json and repository of a release. */
export interface ReleaseSource {
  /** `tag` or `branch`, by GITHUB_REF_TYPE. */
  readonly refType: string | undefined;
  /** The tag's name, such as `v1.2.3`. */
  readonly ref: string;
  /** Of package.json. */
  readonly version: string | undefined;
  /** package.json's tiphys.image. */
  readonly image: string | undefined;
  /** OWNER/REPOSITORY on GitHub. */
  readonly repository: string | undefined;
}

/**
 * The name of a release's image, without its tag. `yaml` and `submit` take the image's name from package.json, so a release
 * has to match it.
 * @throws {UserError} if it does not match, with the commands that fix it
 */
export function releaseImage({ refType, ref, version, image, repository }: ReleaseSource): string {
  if (refType !== "tag") {
    throw new UserError(
      `A release starts from a tag, but this is the ${refType ?? "ref"} ${ref || "(none)"}. Run: gh workflow run release.yml --ref v${version ?? "1.0.0"}`,
    );
  }
  if (ref !== `v${version}`) {
    const wanted = /^v?(\d+\.\d+\.\d+\S*)$/.exec(ref)?.[1] ?? "1.0.0";
    throw new UserError(
      `The tag is ${ref}, but package.json has version ${version ?? "(none)"}: the manifests at this commit would name an image that this release does not push. Delete the tag and let npm set both:
  git push --delete origin ${ref} && git tag --delete ${ref}
  npm version ${wanted} && git push --follow-tags`,
    );
  }
  const own = `ghcr.io/${(repository ?? "your-name/your-repository").toLowerCase()}`;
  if (image === undefined || image.includes("/your-name/")) {
    throw new UserError(
      `package.json's tiphys.image is ${image ?? "not set"}, which is not your own. Set an image that you can push:
  npm pkg set tiphys.image=${own}`,
    );
  }
  if (/[:@][^/]*$/.test(image)) {
    throw new UserError(
      `package.json's tiphys.image is ${image}: with a tag of its own, each release would replace the previous one. Omit it, so that the version becomes the tag:
  npm pkg set tiphys.image=${image.replace(/[:@][^/]*$/, "")}`,
    );
  }
  return imageName(image);
}
