import { UserError } from "../../../definition/errors.js";
import { type SafePath, safePath } from "../../../storage/folder-transfer/safe-path.js";

/** What Kubernetes allows as the name of an object; its folder has a longer name while it is made. */
const objectName = /^[a-z0-9]([-a-z0-9.]{0,238}[a-z0-9])?$/;

/**
 * The name of the folder that a workflow of a server is copied to.
 * @throws {UserError} for a name that no workflow can have in a cluster, and for that of the link to the newest run
 */
export function runFolder(name: string): SafePath {
  const folder = safePath(name, "The workflow");
  if (!objectName.test(folder)) {
    throw new UserError(
      `The server names the workflow ${JSON.stringify(name)}, which is not a name in Kubernetes. Nothing was copied. Is it an Argo Server?`,
    );
  }
  if (folder === "latest") {
    throw new UserError(
      'A workflow named "latest" cannot be copied to the runs directory: there, "latest" is the link to the newest run.',
    );
  }
  return folder;
}
