import { createECDH, createPublicKey, randomBytes, verify as verifySignature } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import ece from "http_ece";

/** A message as a browser got it: decrypted with its own keys. */
export type ReceivedPush = {
  readonly payload: Record<string, unknown>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
};

export type PushBrowser = {
  /** What `PushSubscription.toJSON()` gives. */
  readonly subscription: {
    readonly endpoint: string;
    readonly keys: { readonly p256dh: string; readonly auth: string };
  };
  readonly received: ReceivedPush[];
};

export type PushServer = {
  /** A browser that subscribes. */
  readonly browser: () => PushBrowser;
  /** How the next requests are answered; 201 once the list is used up. "hang up": the connection is cut. */
  readonly answers: (number | "hang up")[];
  readonly headers: Record<string, string>;
  /** How many requests came. */
  readonly requests: () => number;
  readonly close: () => Promise<void>;
};

/** Checks the signature of a VAPID header (RFC 8292) with the key that it names. @returns its claims */
const claimsOf = (authorization: string): Record<string, unknown> => {
  const [, token = "", key = ""] = /^vapid t=([^,]+), *k=(.+)$/.exec(authorization) ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(key, "base64url");
  const jwk = {
    kty: "EC",
    crv: "P-256",
    x: point.subarray(1, 33).toString("base64url"),
    y: point.subarray(33).toString("base64url"),
  };
  const isValid = verifySignature(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  if (!isValid) throw new Error("The signature is not valid");
  return JSON.parse(Buffer.from(claims, "base64url").toString("utf8"));
};

/** Runs a push service on this machine (RFC 8030). What it cannot check or decrypt it answers with 400. */
export const startPushServer = async (): Promise<PushServer> => {
  const browsers = new Map<string, PushBrowser & { decrypt: (body: Buffer) => Buffer }>();
  const answers: PushServer["answers"] = [];
  const headers: Record<string, string> = {};
  let requests = 0;
  let origin = "";
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      requests += 1;
      const answer = answers.shift() ?? 201;
      if (answer === "hang up") return request.socket.destroy();
      const browser = browsers.get(request.url ?? "");
      const reply = (status: number) => response.writeHead(status, headers).end();
      if (browser === undefined) return reply(404);
      if (answer !== 201) return reply(answer);
      try {
        const { aud } = claimsOf(request.headers.authorization ?? "");
        if (aud !== origin) throw new Error(`Meant for ${aud}`);
        const payload = JSON.parse(browser.decrypt(Buffer.concat(chunks)).toString("utf8"));
        browser.received.push({ payload, headers: request.headers });
        reply(201);
      } catch (error) {
        console.error(error);
        reply(400);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    answers,
    headers,
    requests: () => requests,
    browser: () => {
      const keys = createECDH("prime256v1");
      keys.generateKeys();
      const auth = randomBytes(16);
      const path = `/push/${randomBytes(9).toString("base64url")}`;
      const browser = {
        subscription: {
          endpoint: `${origin}${path}`,
          keys: { p256dh: keys.getPublicKey("base64url"), auth: auth.toString("base64url") },
        },
        received: [],
        decrypt: (body: Buffer) =>
          ece.decrypt(body, {
            version: "aes128gcm",
            privateKey: keys,
            authSecret: auth.toString("base64url"),
          }),
      };
      browsers.set(path, browser);
      return browser;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
