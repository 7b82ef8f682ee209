import { once } from "node:events";
import { createServer, connect as dial, type Server, type Socket } from "node:net";

/** Stands before a server of this machine and can be taken away and put back, as if that server were. */
export type Relay = {
  readonly port: number;
  /** Refuses new connections and breaks those there are. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
};

export async function relayTo(target: { host: string; port: number }): Promise<Relay> {
  let server: Server | undefined;
  const sockets = new Set<Socket>();
  const listen = async (port: number): Promise<number> => {
    server = createServer((near) => {
      const far = dial(target.port, target.host);
      for (const socket of [near, far]) {
        sockets.add(socket);
        socket.on("error", () => undefined);
        socket.on("close", () => {
          sockets.delete(socket);
          near.destroy();
          far.destroy();
        });
      }
      near.pipe(far);
      far.pipe(near);
    }).listen(port, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    return address.port;
  };
  const port = await listen(0);
  return {
    port,
    stop: async () => {
      if (server === undefined) return;
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
      server = undefined;
    },
    start: async () => {
      if (server === undefined) await listen(port);
    },
  };
}
