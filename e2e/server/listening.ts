import type { Server } from "node:http";

/** A server on a local port. */
export interface Listening {
  readonly port: number;
  /** Closes all connections, and accepts no more. */
  close(): Promise<void>;
}

/** Starts a server on 127.0.0.1. @param at its port. Default: any free one */
export async function listening(server: Server, at = 0): Promise<Listening> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(at, "127.0.0.1", resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : at,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
