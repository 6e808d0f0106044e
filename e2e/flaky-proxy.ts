import { connect, createServer, type Server, type Socket } from "node:net";

/** A proxy between a client and a server that simulates network failures. */
export interface FlakyProxy {
  readonly port: number;
  /** Closes all connections and accepts no more, like a server that is shut down. */
  close(): Promise<void>;
  /** Accepts connections again. */
  open(): Promise<void>;
  /** Forwards the next request whose start matches to the server, and cuts the connection before its answer. */
  loseAnswerTo(request: RegExp): void;
  /** Number of lost answers. */
  lost(): number;
}

/** Opens a local port that forwards to the server. */
export async function flakyProxy(host: string, port: number): Promise<FlakyProxy> {
  const sockets = new Set<Socket>();
  let awaited: RegExp | undefined;
  let lost = 0;
  let server: Server | undefined;
  const take = (client: Socket): void => {
    const upstream = connect(port, host);
    let swallows = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on("data", (chunk) => {
      if (awaited?.test(chunk.toString("latin1"))) {
        awaited = undefined;
        swallows = true;
      }
      upstream.write(chunk);
    });
    upstream.on("data", (chunk) => {
      if (!swallows) {
        client.write(chunk);
        return;
      }
      lost += 1;
      client.destroy();
    });
  };
  const listen = (at: number): Promise<number> =>
    new Promise((resolve, reject) => {
      server = createServer(take);
      server.on("error", reject);
      server.listen(at, "127.0.0.1", () => {
        const address = server?.address();
        resolve(typeof address === "object" && address !== null ? address.port : at);
      });
    });
  const own = await listen(0);
  return {
    port: own,
    async close() {
      const closed = new Promise((resolve) => server?.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    async open() {
      await listen(own);
    },
    loseAnswerTo(request) {
      awaited = request;
    },
    lost: () => lost,
  };
}
