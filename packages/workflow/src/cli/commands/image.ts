import type { Command } from "commander";
import type { ImageFlags } from "../image/build-image.js";

/** Adds `image`, which builds the image of the steps, and `image pin`. */
export function addImageCommand(program: Command): void {
  const image = program
    .command("image")
    .description(
      "build the image of the steps with docker, podman or buildah, whichever works on this machine",
    )
    .argument("[options...]", "after two hyphens: options of the tool's build")
    .option(
      "--tag <name:tag>",
      "the image's name (default: package.json's tiphys.image with its version, as in yaml and submit)",
    )
    .option("--prebuilt", "use the dist/ of build instead of bundling in the image")
    .option("--platform <names>", "such as linux/amd64,linux/arm64 (several: docker)")
    .option("--push", "push it, and print its name with the digest")
    .option("--emulate", "first install emulators of the other platforms (docker, in a privileged container)")
    .option("--tool <name>", "docker, podman or buildah")
    .option("--verbose", "show where an error comes from")
    .addHelpText(
      "after",
      `
Set NODE_IMAGE for another base than node:24-slim. Examples:
  npm run image -- --tag pipeline:1
  npm run image -- --platform linux/amd64,linux/arm64 --push
  npm run image -- -- --pull-never`,
    )
    .action(async (more: readonly string[], flags: ImageFlags) => {
      const { buildProjectImage } = await import("../image/build-image.js");
      console.log(buildProjectImage(flags, more));
    });
  image
    .command("pin")
    .description(
      "look up the digest of each image that a Dockerfile names only by its tag, and write it after the tag",
    )
    .option("--check", "change nothing; list the images that are not pinned")
    .option("--verbose", "show where an error comes from")
    .addHelpText("after", "\nIt needs docker with buildx. From then on Dependabot updates the digest.")
    .action(async ({ check }: { readonly check?: true }) => {
      const { listFloatingImages, pinImages } = await import("../image/pin-images.js");
      if (check === true) listFloatingImages();
      else pinImages();
    });
}
