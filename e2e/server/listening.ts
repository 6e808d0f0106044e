import type { Server } from "node:http";

/** A server that listens on a port of this machine. */
export interface Listening {
  readonly port: number;
  /** Ends all connections, and takes no more. */
  close(): Promise<void>;
}

/** Lets a server listen on 127.0.0.1. @param at which port; any free one where left out */
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
