// Signing in and out by next-auth's own HTTP calls. Its browser module would be ten times this size and cannot
// read an answer that says "too many attempts".

/** What came of it: signed in, or a sentence for the person. */
export type Outcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly message: string; readonly codeNext?: boolean };

const UNREACHABLE = "The server did not answer. Check the connection and try again.";
const REFUSED = "The server could not do this just now. Try again in a moment.";

const post = async (path: string, fields: Record<string, string>): Promise<Response> => {
  const answer = await fetch("/api/auth/csrf", { cache: "no-store" });
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  return fetch(`/api/auth/${path}`, {
    method: "POST",
    body: new URLSearchParams({ ...fields, csrfToken, json: "true" }),
  });
};

type Problem = { readonly error?: { readonly code?: unknown; readonly message?: unknown } } | null;

const wordsOf = (body: Problem): string =>
  typeof body?.error?.message === "string" ? body.error.message : REFUSED;

/** The message of an answer of ours: `{"error":{"message":"…"}}`. */
const messageOf = async (response: Response): Promise<string> =>
  wordsOf(await response.json().catch(() => null));

const signIn = async (
  provider: string,
  fields: Record<string, string>,
  refusal: string,
): Promise<Outcome> => {
  try {
    const response = await post(`callback/${provider}`, fields);
    if (response.ok) {
      // next-auth answers 200 to a sign-in without a valid form token, too, and leads to its sign-in page.
      const { url } = (await response.json()) as { url?: string };
      return url?.includes("csrf=true") ? { ok: false, message: REFUSED } : { ok: true };
    }
    if (response.status === 401) {
      const body = (await response.json()) as { url?: string } & Problem;
      if (body.error)
        return {
          ok: false,
          message: wordsOf(body),
          codeNext: body.error.code === "second_factor_required",
        };
      return { ok: false, message: body.url?.includes("CredentialsSignin") ? refusal : REFUSED };
    }
    return { ok: false, message: await messageOf(response) };
  } catch {
    return { ok: false, message: UNREACHABLE };
  }
};

/** Signs in with an address and a password. */
export const signInWithPassword = (email: string, password: string): Promise<Outcome> =>
  signIn("credentials", { email, password }, "The e-mail address or the password is not right.");

/** Gives the code that an account with an authenticator app is asked for after the password. */
export const signInWithCode = (code: string): Promise<Outcome> =>
  signIn("code", { code }, "The code is not right. Each one is taken once only.");

/** The address at the provider at which its person says who they are. @param again also where the provider knows */
export const providerAddress = async (
  next: string,
  again: boolean,
  refusal: string,
): Promise<
  { readonly ok: true; readonly url: string } | { readonly ok: false; readonly message: string }
> => {
  try {
    const response = await post(`signin/oidc${again ? "?prompt=login&max_age=0" : ""}`, {
      callbackUrl: next,
    });
    if (!response.ok) return { ok: false, message: await messageOf(response) };
    const { url = "" } = (await response.json()) as { url?: string };
    // What next-auth answers where it could not ask the provider, or was given no valid form token.
    const ours = URL.canParse(url) && new URL(url).pathname.startsWith("/api/auth/");
    return url === "" || ours ? { ok: false, message: refusal } : { ok: true, url };
  } catch {
    return { ok: false, message: UNREACHABLE };
  }
};

/** The time zone of this browser. */
export const browserTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

/** Opens a sample account and signs in to it. */
export const signInToSample = (): Promise<Outcome> =>
  signIn("sample", { timeZone: browserTimeZone() }, "This server offers no sample diary.");

/** Signs out: the session's row goes, too. */
export const signOut = async (): Promise<Outcome> => {
  try {
    const response = await post("signout", {});
    return response.ok ? { ok: true } : { ok: false, message: await messageOf(response) };
  } catch {
    return { ok: false, message: UNREACHABLE };
  }
};
