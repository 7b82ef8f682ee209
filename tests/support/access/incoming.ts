import { encode } from "next-auth/jwt";
import { authSecret } from "@/lib/env";

/*
 * The request that is being answered, as `next/headers` tells of it: with it viewers are found as in the server, from
 * the cookie that a browser keeps. A test file mocks `next/headers` by `nextHeaders`.
 */

/** The cookies that a browser keeps, by name. */
export type Jar = Map<string, string>;

const COOKIE = "next-auth.session-token";

const incoming: { jar: Jar; headers: Headers } = { jar: new Map(), headers: new Headers() };

/** From here on requests come from this browser, with these headers. */
export const comeFrom = (jar: Jar, headers: Record<string, string> = {}): void => {
  incoming.jar = jar;
  incoming.headers = new Headers(headers);
};

/** A browser with the cookie of a session. */
export const signedInJar = async (sub: string, sid: string): Promise<Jar> =>
  new Map([[COOKIE, await encode({ token: { sub, sid }, secret: authSecret(), maxAge: 3600 })]]);

const cookie = (name: string) => {
  const value = incoming.jar.get(name);
  return value === undefined ? undefined : { name, value };
};

/** In the place of `next/headers`. */
export const nextHeaders = {
  cookies: async () => ({
    get: cookie,
    getAll: () => [...incoming.jar.keys()].map(cookie),
    set: (name: string, value: string) => void incoming.jar.set(name, value),
    delete: (name: string) => void incoming.jar.delete(name),
  }),
  headers: async () => incoming.headers,
};
