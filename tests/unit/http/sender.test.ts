import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";

const load = async (trustProxy: string) => {
  vi.resetModules();
  vi.stubEnv("TRUST_PROXY", trustProxy);
  const { namePeers } = await import("@/lib/http/peer");
  const { senderOf } = await import("@/lib/http/sender");
  return { namePeers, senderOf };
};

afterEach(() => vi.unstubAllEnvs());

/** Whom a server of Node's takes a request for that comes over a real socket. */
const senderOver = async (trustProxy: string, host: string, sent: Record<string, string>) => {
  const { namePeers, senderOf } = await load(trustProxy);
  namePeers();
  const server = createServer((request, response) => {
    response.end(senderOf(new Headers(request.headers as Record<string, string>)));
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  try {
    const name = host.includes(":") ? `[${host === "::" ? "::1" : host}]` : host;
    return await (await fetch(`http://${name}:${port}/`, { headers: sent })).text();
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
};

const CLAIM = "203.0.113.7";

describe("fault 2: whom a request comes from", () => {
  it.each(["off", "0"])("with TRUST_PROXY=%s is the socket's address, whatever is claimed", async (off) => {
    expect(await senderOver(off, "127.0.0.1", { "x-forwarded-for": CLAIM })).toBe("127.0.0.1");
    expect(await senderOver(off, "127.0.0.1", { "x-assay-peer": CLAIM })).toBe("127.0.0.1");
    expect(await senderOver(off, "127.0.0.1", {})).toBe("127.0.0.1");
  });

  it("of a socket of IPv6 is its /64", async () => {
    expect(await senderOver("off", "::1", { "x-forwarded-for": CLAIM })).toBe("0:0:0:0::/64");
  });

  it("of an IPv4 peer on a socket of IPv6 is the IPv4 address", async () => {
    const { namePeers, senderOf } = await load("off");
    namePeers();
    const server = createServer((request, response) => {
      response.end(senderOf(new Headers(request.headers as Record<string, string>)));
    });
    await new Promise<void>((resolve) => server.listen(0, "::", resolve));
    const { port } = server.address() as AddressInfo;
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe("127.0.0.1");
    await new Promise((resolve) => server.close(resolve));
  });

  it.each([
    ["on", "203.0.113.7", "203.0.113.7"],
    ["1", "198.51.100.1, 203.0.113.7", "203.0.113.7"],
    ["2", "198.51.100.1, 203.0.113.7, 192.0.2.9", "203.0.113.7"],
    ["2", "203.0.113.7", "203.0.113.7"],
    ["1", "203.0.113.7:4711", "203.0.113.7"],
    ["1", "::ffff:203.0.113.7", "203.0.113.7"],
    ["1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["1", "2001:0DB8:1:2::ffff", "2001:db8:1:2::/64"],
    ["1", "[2001:db8:1:2::1]:443", "2001:db8:1:2::/64"],
    ["1", "fe80::1%eth0", "fe80:0:0:0::/64"],
    ["1", "not an address", "127.0.0.1"],
    ["1", "0x7f.1", "127.0.0.1"],
  ])("behind TRUST_PROXY=%s and %j is %s", async (trust, chain, sender) => {
    expect(await senderOver(trust, "127.0.0.1", { "x-forwarded-for": chain })).toBe(sender);
  });

  it("behind a proxy that says nothing is the proxy", async () => {
    expect(await senderOver("on", "127.0.0.1", {})).toBe("127.0.0.1");
  });
});
