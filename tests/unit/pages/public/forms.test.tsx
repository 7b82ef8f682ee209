// @vitest-environment jsdom
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { SampleButton } from "@/app/(public)/_components/sample-button";
import { SignInForm } from "@/app/(public)/_components/sign-in-form";
import { SignUpForm } from "@/app/(public)/_components/sign-up-form";

const { makeAccount } = vi.hoisted(() => ({ makeAccount: vi.fn() }));
vi.mock("@/app/(public)/sign-up/actions", () => ({ makeAccount }));

/** What the server answers to a sign-in, by path. */
let answer: () => Response;
const sent: { path: string; body: Record<string, string> }[] = [];
const assign = vi.fn();

beforeEach(() => {
  sent.length = 0;
  assign.mockReset();
  makeAccount.mockReset();
  vi.stubGlobal("location", { ...window.location, assign });
  vi.stubGlobal("fetch", async (path: string, init?: RequestInit) => {
    if (path === "/api/auth/csrf") return Response.json({ csrfToken: "c" });
    sent.push({ path, body: Object.fromEntries(init?.body as URLSearchParams) });
    return answer();
  });
});
afterEach(() => vi.unstubAllGlobals());

const type = async (email: string, password: string) => {
  const user = userEvent.setup();
  await user.type(screen.getByLabelText("E-mail address"), email);
  await user.type(screen.getByLabelText("Password"), password);
  await user.keyboard("{Enter}");
};

describe("signing in", () => {
  const refusals: [string, () => Response, RegExp][] = [
    [
      "wrong password",
      () => Response.json({ url: "http://x/api/auth/error?error=CredentialsSignin" }, { status: 401 }),
      /address or the password is not right/,
    ],
    [
      "too many attempts",
      () =>
        Response.json(
          { error: { code: "rate_limited", message: "Too many attempts. Try again in 60 seconds." } },
          { status: 429 },
        ),
      /Try again in 60 seconds/,
    ],
    [
      "a fault",
      () => Response.json({ url: "http://x/error?error=internal" }, { status: 401 }),
      /Try again in a moment/,
    ],
    [
      "no form token",
      () => Response.json({ url: "http://x/api/auth/signin?csrf=true" }),
      /Try again in a moment/,
    ],
    [
      "no connection",
      () => {
        throw new TypeError("fetch failed");
      },
      /did not answer/,
    ],
  ];
  test.each(refusals)(
    "%s is said in words, read at once, and nothing typed is lost",
    async (_, response, words) => {
      answer = response;
      render(<SignInForm next="/foods" problem={null} />);
      await type("a@b.de", "some password");
      const alert = await screen.findByRole("alert");
      expect(alert).toHaveTextContent(words);
      expect(alert).toHaveFocus();
      expect(screen.getByLabelText("E-mail address")).toHaveValue("a@b.de");
      expect(screen.getByLabelText("Password")).toHaveValue("some password");
      expect(assign).not.toHaveBeenCalled();
    },
  );

  test("goes on to where the person wanted to be", async () => {
    answer = () => Response.json({ url: "http://localhost/today" });
    render(<SignInForm next="/foods?q=oats" problem={null} />);
    await type("a@b.de", "some password");
    await waitFor(() => expect(assign).toHaveBeenCalledWith("/foods?q=oats"));
    expect(sent).toEqual([
      {
        path: "/api/auth/callback/credentials",
        body: { email: "a@b.de", password: "some password", csrfToken: "c", json: "true" },
      },
    ]);
  });

  test("password managers know the fields", () => {
    render(<SignInForm next="/today" problem={null} />);
    expect(screen.getByLabelText("E-mail address")).toHaveAttribute("autocomplete", "username");
    expect(screen.getByLabelText("Password")).toHaveAttribute("autocomplete", "current-password");
  });
});

describe("signing up", () => {
  test("a field's error stands at the field until it is changed", async () => {
    makeAccount.mockResolvedValue({
      ok: false,
      error: { code: "invalid", message: "…", fields: { password: "must be at least 10 characters" } },
    });
    render(<SignUpForm />);
    await type("a@b.de", "short");
    expect(await screen.findByRole("alert")).toHaveTextContent("Password must be at least 10 characters");
    const password = screen.getByLabelText("Password");
    expect(password).toHaveAccessibleDescription(/must be at least 10 characters/);
    expect(password).toHaveValue("short");
    await userEvent.type(password, "er");
    expect(password).not.toHaveAccessibleDescription(/must be at least 10 characters/);
    expect(sent).toEqual([]);
  });

  test("makes the account with the browser's time zone, signs in and goes on to the targets", async () => {
    makeAccount.mockResolvedValue({ ok: true, value: { confirmByMail: false } });
    answer = () => Response.json({ url: "http://localhost/" });
    render(<SignUpForm />);
    await type("a@b.de", "correct horse battery");
    await waitFor(() => expect(assign).toHaveBeenCalledWith("/setup"));
    expect(makeAccount).toHaveBeenCalledWith({
      email: "a@b.de",
      password: "correct horse battery",
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
  });

  test("says to open the link where mail is sent, and signs in to nothing before", async () => {
    makeAccount.mockResolvedValue({ ok: true, value: { confirmByMail: true } });
    render(<SignUpForm />);
    await type("a@b.de", "correct horse battery");
    expect(await screen.findByRole("status")).toHaveTextContent("A link is on its way to a@b.de");
    expect(sent).toEqual([]);
    expect(assign).not.toHaveBeenCalled();
  });
});

describe("the sample", () => {
  test("opens in one press", async () => {
    answer = () => Response.json({ url: "http://localhost/today" });
    render(<SampleButton />);
    await userEvent.click(screen.getByRole("button", { name: "Try it with a sample diary" }));
    await waitFor(() => expect(assign).toHaveBeenCalledWith("/today"));
    expect(sent[0]?.path).toBe("/api/auth/callback/sample");
  });

  test("says when it is out of tries", async () => {
    answer = () =>
      Response.json({ error: { message: "Too many attempts. Try again in 9 seconds." } }, { status: 429 });
    render(<SampleButton />);
    await userEvent.click(screen.getByRole("button"));
    expect(await screen.findByText("Too many attempts. Try again in 9 seconds.")).toBeVisible();
    expect(assign).not.toHaveBeenCalled();
  });
});
