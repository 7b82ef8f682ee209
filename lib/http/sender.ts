import "server-only";
import ipaddr from "ipaddr.js";
import { env } from "../env";
import { peerOf } from "./peer";

/** An address as a proxy may write it: "203.0.113.7", "203.0.113.7:4711", "[2001:db8::1]:4711", "fe80::1%eth0". */
const bare = (text: string): string => {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1];
  const withPort = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text)?.[1];
  return (bracketed ?? withPort ?? text).replace(/%.*$/, "");
};

/**
 * Who an address stands for: an IPv4 address for itself, however it is written; an IPv6 address for its /64, of which a
 * home or a rented server has all.
 * @returns null for what is no address.
 */
const networkOf = (text: string): string | null => {
  const address = bare(text);
  // Not the shorthands of inet_aton, such as "1" or "0x7f.1".
  if (!ipaddr.IPv6.isValid(address) && !ipaddr.IPv4.isValidFourPartDecimal(address)) return null;
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
};

/**
 * Whom a request came from, for limits. Without a trusted proxy it is the address at the other end of the socket, and
 * X-Forwarded-For is not read. Behind `TRUST_PROXY` proxies it is the entry that the outermost of them wrote.
 */
export const senderOf = (headers: Headers): string => {
  const peer = peerOf(headers);
  const own = (peer && networkOf(peer)) ?? "unknown";
  const hops = env().trustProxy;
  if (hops === 0) return own;
  const chain = (headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  return networkOf(chain.at(-hops) ?? chain[0] ?? "") ?? own;
};
