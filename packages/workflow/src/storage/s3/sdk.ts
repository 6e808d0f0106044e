import { UnavailableError } from "../../definition/errors.js";
import { errorCode } from "../../files/error-code.js";

export type Sdk = typeof import("@aws-sdk/client-s3");

/**
 * Loads the SDK where an address in S3 is really used: it takes a tenth of a second, and no image of steps holds it. Its
 * name comes as a value, so that bundlers leave it in node_modules.
 */
export async function loadSdk(name = "@aws-sdk/client-s3"): Promise<Sdk> {
  // Which Node it will need one day is nothing that who moves a file can change: the lock file keeps this version.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
  try {
    const sdk: Sdk = await import(name);
    return sdk;
  } catch (error) {
    if (errorCode(error) !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new UnavailableError(
      `S3 needs the package ${name}, which is not installed here. Install it: npm ci`,
    );
  }
}
