import { once } from "node:events";
import { createServer } from "node:http";
import Provider from "oidc-provider";
import { freePort } from "./free-port";

/** What the provider knows of one of its people. */
type Person = { readonly email?: string; readonly email_verified?: boolean };

export type OidcServer = {
  readonly issuer: string;
  /** Who can sign in there, by the name they type; any password is right. */
  readonly people: Map<string, Person>;
  readonly close: () => Promise<void>;
};

export const CLIENT = { id: "assay", secret: "a secret of the provider, 32 characters" } as const;

/** Runs a real provider of OpenID Connect that knows one client and takes no code without PKCE. */
export const startOidcServer = async (redirectUri: string): Promise<OidcServer> => {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const people = new Map<string, Person>();
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    pkce: { methods: ["S256"], required: () => true },
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    cookies: { keys: ["a key of the test"] },
    findAccount: (_context, id) => {
      // A test in another process cannot add anybody: whoever types an address has it.
      const person = people.get(id) ?? (id.includes("@") ? { email: id, email_verified: true } : undefined);
      return person && { accountId: id, claims: () => ({ sub: id, ...person }) };
    },
  });
  const server = createServer(provider.callback()).listen(port, "127.0.0.1");
  await once(server, "listening");
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { issuer, people, close };
};

/** A server that says of itself what `change` makes of another provider's description. */
export const startImpostor = async (
  of: string,
  change: (description: Record<string, unknown>, self: string) => Record<string, unknown>,
): Promise<{ readonly issuer: string; readonly close: () => Promise<void> }> => {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const description = await (await fetch(`${of}/.well-known/openid-configuration`)).json();
  const body = JSON.stringify(change(description, issuer));
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "application/json").end(body);
  }).listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    issuer,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
};

const keep = (jar: Map<string, string>, response: Response): void => {
  for (const line of response.headers.getSetCookie()) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    jar.set(name, value);
  }
};

/**
 * Signs in at the provider by its own pages, as a browser with these cookies would, and agrees.
 * @returns the address to which it sends the browser back.
 */
export const passProvider = async (
  jar: Map<string, string>,
  address: string,
  name: string,
  backTo: string,
): Promise<string> => {
  let next: { url: string; form?: URLSearchParams } = { url: address };
  for (let step = 0; step < 12; step++) {
    const response = await fetch(next.url, {
      method: next.form ? "POST" : "GET",
      redirect: "manual",
      headers: { cookie: [...jar].map((pair) => pair.join("=")).join("; ") },
      ...(next.form && { body: next.form }),
    });
    keep(jar, response);
    const location = response.headers.get("location");
    if (location !== null) {
      const url = new URL(location, next.url).href;
      if (url.startsWith(backTo)) return url;
      next = { url };
      continue;
    }
    const page = await response.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
    if (!prompt || !action) throw new Error(`The provider says ${response.status}: ${page.slice(0, 500)}`);
    const form = new URLSearchParams({ prompt, ...(prompt === "login" && { login: name, password: "any" }) });
    next = { url: new URL(action, next.url).href, form };
  }
  throw new Error("The provider does not come to an end.");
};
