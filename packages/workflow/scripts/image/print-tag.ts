// Prints the legal tag of an image for a release: `npm run --silent image:tag -- v1.2.3`.
import { reportError } from "../../src/cli/report-error.js";
import { UsageError } from "../../src/definition/errors.js";
import { imageTag } from "./image-tag.js";

try {
  const [release, ...rest] = process.argv.slice(2);
  if (release === undefined || rest.length > 0) {
    throw new UsageError("Expected one release's tag: npm run --silent image:tag -- v1.2.3");
  }
  console.log(imageTag(release));
} catch (error) {
  reportError(error, false);
  process.exitCode = 2;
}
