import { UserError } from "../../../definition/errors.js";
import { type SafePath, safePath } from "../../../storage/folder-transfer/safe-path.js";

/** Names that Kubernetes allows for objects, at most 240 characters: the temporary folder of a copy has a longer name. */
const objectName = /^[a-z0-9]([-a-z0-9.]{0,238}[a-z0-9])?$/;

/**
 * The name of the folder to copy a workflow of a server to.
 * @throws {UserError} for a name that is not valid in Kubernetes, and for "latest", the link to the newest run
 */
export function runFolder(name: string): SafePath {
  const folder = safePath(name, "The workflow");
  if (!objectName.test(folder)) {
    throw new UserError(
      `The server names the workflow ${JSON.stringify(name)}, which is not a valid name in Kubernetes. Nothing was copied. Is it an Argo Server?`,
    );
  }
  if (folder === "latest") {
    throw new UserError(
      'A workflow named "latest" cannot be copied to the runs directory: there, "latest" is the link to the newest run.',
    );
  }
  return folder;
}
