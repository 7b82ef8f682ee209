import { beforeAll, describe, expect, it } from "vitest";
import type { AdequacyItem, AdequacyView } from "@/lib/insights/schemas";
import { addDays } from "@/lib/nutrition";
import type { TargetsView } from "@/lib/profile/schemas";
import { type Api, makeApi } from "@/tests/support/api";
import { eaten, store } from "@/tests/support/eating";

/* A diet without meat raises the need of iron in the US/Canada report; everything that compares uses the raised one. */

const FIRST = "2026-05-01";
const LAST = "2026-05-21";
/** 30 years old in May 2026. */
const PERSON = { birthDate: "1996-01-15" };

let vegan: Api;
let other: Api;
beforeAll(async () => {
  vegan = await makeApi({ ...PERSON, diet: "vegan" });
  other = await makeApi(PERSON);
  for (const { userId } of [vegan, other])
    await store(
      userId,
      Array.from({ length: 21 }, (_, n) => eaten(addDays(FIRST, n), { energy: 2000, iron: 12, zinc: 9 })),
    );
});

const ironOf = async (by: Api): Promise<AdequacyItem> => {
  const { body } = await by.call("GET", `/adequacy?from=${FIRST}&to=${LAST}`);
  const item = (body as AdequacyView).items.find(({ mineral }) => mineral === "iron");
  if (!item) throw new Error("No item for iron");
  return item;
};
const targetOf = async (by: Api) => {
  const target = ((await by.call("GET", "/targets")).body as TargetsView).items.find(
    ({ mineral }) => mineral === "iron",
  );
  if (!target) throw new Error("No target for iron");
  return target;
};

describe("11.2 iron of a vegan", () => {
  it("is judged with the allowance, and told without it too", async () => {
    const item = await ironOf(vegan);
    expect(item.probability).toBeCloseTo(0.277, 3);
    expect(item.caveats).toContain("vegetarian-allowance");
    expect(item.reference).toMatchObject({ withoutAllowance: { target: 18, ear: 8.1 } });
    expect(item.reference?.target).toBeCloseTo(32.4, 10);
    expect(item.withoutAllowance?.probability).toBeCloseTo(0.838, 3);
    const plain = await ironOf(other);
    expect(plain.probability).toBeCloseTo(0.838, 3);
    expect(plain).toMatchObject({
      withoutAllowance: null,
      reference: { withoutAllowance: null, target: 18 },
    });
  });

  it("has its target, so that gaps and shares follow", async () => {
    const target = await targetOf(vegan);
    expect(target.target).toBeCloseTo(32.4, 10);
    expect(target.ear).toBeCloseTo(14.58, 10);
    expect(target).toMatchObject({ kind: "RDA", withoutAllowance: { target: 18, ear: 8.1 } });
    expect(await targetOf(other)).toMatchObject({ target: 18, withoutAllowance: null });
  });

  it("keeps EFSA's values, which know no allowance", async () => {
    const efsa = await makeApi({ ...PERSON, diet: "vegetarian", standard: "efsa" });
    expect(await targetOf(efsa)).toMatchObject({ target: 16, ear: 7, withoutAllowance: null });
  });
});
