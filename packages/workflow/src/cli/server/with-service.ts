import type { WorkflowsService } from "../../argo/client/index.js";
import { type ConnectionFlags, connectionOptions } from "./connection-options.js";

/**
 * Opens the service that the flags name, passes it to `use` and closes it. The client is loaded only here, so that no other
 * command waits for it.
 */
export async function withService<T>(
  flags: ConnectionFlags,
  use: (service: WorkflowsService) => Promise<T>,
): Promise<T> {
  const { WorkflowsService } = await import("../../argo/client/index.js");
  const service = new WorkflowsService(connectionOptions(flags));
  try {
    return await use(service);
  } finally {
    await service.close();
  }
}
