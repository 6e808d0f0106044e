import { UnavailableError } from "../../definition/errors.js";
import { errorCode } from "../../files/error-code.js";

export type Sdk = typeof import("@aws-sdk/client-s3");

/**
 * Loads the SDK when an S3 address is first used: loading takes a tenth of a second, and images of steps do not contain it. The
 * name is a value, so bundlers leave the package in node_modules.
 * @throws {UnavailableError} if the package is not installed
 */
export async function loadSdk(name = "@aws-sdk/client-s3"): Promise<Sdk> {
  // The SDK warns about Node versions it will need later. A user who copies a file cannot act on that; the lock file pins the SDK.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
  try {
    const sdk: Sdk = await import(name);
    return sdk;
  } catch (error) {
    if (errorCode(error) !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new UnavailableError(`S3 needs the package ${name}, which is not installed. Install it: npm ci`);
  }
}
