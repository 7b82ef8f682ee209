/// <reference types="vitest/importMeta" />
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { pathOf } from "@/tests/support/access/call";
import {
  type Cast,
  canariesIn,
  type Ids,
  missingIds,
  type Role,
  type RoleName,
} from "@/tests/support/access/cast";
import { comeFrom } from "@/tests/support/access/incoming";
import { PAGE_ROWS, type PageOutcome, type PageRow } from "@/tests/support/access/page-rows";
import { renderedTexts } from "@/tests/support/access/rendered";
import { setStage } from "@/tests/support/access/stage";
import { digestOwner } from "@/tests/support/digest";

/*
 * The access matrix of the pages: each is found by its file and called as Next calls it, in every role that has a
 * browser. Tokens open no page.
 */

vi.mock("next/headers", async () => (await import("@/tests/support/access/incoming")).nextHeaders);

type PageModule = { default: (props: object) => unknown };
const files = import.meta.glob<PageModule>("../../../app/**/page.tsx");
const pages = Object.entries(files).map(([file, load]) => ({ path: pathOf(file), load }));

let cast: Cast;
let owned: Ids;
let ownerId: string;
const missing = missingIds();
beforeAll(async () => {
  ({ cast, owned, ownerId } = await setStage());
});
// Components of the browser complain of hooks.
beforeEach(() => void vi.spyOn(console, "error").mockReturnValue());
afterEach(() => void vi.restoreAllMocks());

type Seen = { readonly outcome: PageOutcome; readonly text: string };

const outcomeOf = (error: unknown): PageOutcome => {
  const digest = String((error as { digest?: unknown }).digest);
  if (digest.startsWith("NEXT_HTTP_ERROR_FALLBACK;404")) return "missing";
  if (!digest.startsWith("NEXT_REDIRECT")) throw error;
  return digest.includes("/sign-in") ? "sign-in" : "elsewhere";
};

const look = async (
  { jar }: Role,
  load: () => Promise<PageModule>,
  row: PageRow,
  ids: Ids,
): Promise<Seen> => {
  comeFrom(jar, { host: "localhost:3000" });
  const params = Promise.resolve(row.params?.(ids) ?? {});
  try {
    const page = (await load()).default({ params, searchParams: Promise.resolve({}) });
    return { outcome: "shown", text: await renderedTexts(page) };
  } catch (error) {
    return { outcome: outcomeOf(error), text: "" };
  }
};

it("every page has a row", () => {
  expect(Object.keys(PAGE_ROWS).toSorted()).toEqual(pages.map(({ path }) => path).toSorted());
});

it("the frame of the signed-in pages lets nobody in who is not", async () => {
  const frame: PageRow = { owner: "shown", strangers: "shown", nobody: "sign-in" };
  const load = () => import("@/app/(app)/layout") as unknown as Promise<PageModule>;
  expect((await look(cast.nobody, load, frame, owned)).outcome).toBe("sign-in");
  for (const name of ["other", "sample", "administrator"] as const) {
    const { outcome, text } = await look(cast[name], load, frame, owned);
    expect([name, outcome, canariesIn(text)]).toEqual([name, "shown", []]);
  }
});

const OTHERS: readonly RoleName[] = ["nobody", "other", "sample", "administrator"];

describe.each(pages)("$path", ({ path, load }) => {
  const row = PAGE_ROWS[path];
  if (!row) return;

  it("tells strangers nothing, and of what is the owner's as little as of what is not there", async () => {
    const before = await digestOwner(ownerId);
    for (const name of OTHERS) {
      const foreign = await look(cast[name], load, row, owned);
      expect([name, foreign.outcome]).toEqual([
        name,
        row.but?.[name] ?? (name === "nobody" ? row.nobody : row.strangers),
      ]);
      expect([name, canariesIn(foreign.text)]).toEqual([name, []]);
      if (path.includes("[token]")) continue;
      expect([name, (await look(cast[name], load, row, missing)).outcome]).toEqual([name, foreign.outcome]);
    }
    expect(await digestOwner(ownerId)).toEqual(before);
  });

  it("shows the owner what is theirs", async () => {
    const { outcome, text } = await look(cast.owner, load, row, owned);
    expect(outcome).toBe(row.owner);
    const named = /\[(id|token)\]/.test(path);
    if (named) {
      expect((await look(cast.owner, load, row, missing)).outcome).toBe("missing");
      if (path.includes("[id]")) expect(canariesIn(text)).not.toEqual([]);
    }
  });
});
