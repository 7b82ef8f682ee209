import "server-only";
import { randomBytes } from "node:crypto";
import { type IncomingMessage, Server } from "node:http";

// A route of Next sees headers alone, and Next believes a client's own X-Forwarded-For. So the address at the other end
// of the socket is written into a header before Next sees the request, in the place of any that was sent.

const HEADER = "x-assay-peer";

/** What only this process knows, so that the header is believed only where it was written here. */
const kept = globalThis as typeof globalThis & { assayPeerKey?: string };

/** Writes the peer's address into each request of this process's HTTP servers. Runs once when the server starts. */
export const namePeers = (): void => {
  if (kept.assayPeerKey !== undefined) return;
  const key = randomBytes(16).toString("base64url");
  kept.assayPeerKey = key;
  const { emit } = Server.prototype;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...given: unknown[]) {
    if (event === "request") {
      const { headers, socket } = given[0] as IncomingMessage;
      headers[HEADER] = `${key} ${socket.remoteAddress ?? ""}`;
    }
    return Reflect.apply(emit, this, [event, ...given]) as boolean;
  };
};

/** The address at the other end of the socket, as Node has it; null where nobody wrote it. */
export const peerOf = (headers: Headers): string | null => {
  const [key, address] = (headers.get(HEADER) ?? "").split(" ");
  return key !== undefined && key === kept.assayPeerKey && address ? address : null;
};
