import { MINERALS } from "@/lib/nutrition";
import type { Catalogue, TableInfo } from "./decode";
import { oncePerCatalogue } from "./join";
import { wordsOf } from "./search/words";

/** The latest year that a table's edition names: "2021-2023" is of 2023. 0 where it names none. */
export const editionYear = ({ edition }: Pick<TableInfo, "edition">): number =>
  Math.max(0, ...(edition.match(/\b(?:19|20)\d\d/g) ?? []).map(Number));

/** What two names of the same food in the same state have in common: the same words in any order. */
const nameKey = (name: string): string =>
  [...new Set(wordsOf(name).map(({ stem }) => stem))].sort().join(" ");

type Placed = { readonly at: number; readonly ndb: string | null; readonly key: string };

/** Whether one food is the other in another table: by NDB number, or by the words of its name. */
const areTwins = (catalogue: Catalogue, a: Placed, b: Placed): boolean => {
  if (a.at < 0 || b.at < 0 || catalogue.tableAt(a.at) === catalogue.tableAt(b.at)) return false;
  return a.ndb !== null && b.ndb !== null ? a.ndb === b.ndb : a.key === b.key;
};

/** A hit, and the same food as other tables have it. */
export type WithTwins<T> = { readonly hit: T; readonly twins: readonly T[] };

/**
 * Puts foods of a list that are the same food in several tables together, at the place of the first of them: the one of
 * the newest table, and under it the others, the newer first. Foods that are in no table stay as they are.
 */
export const groupTwins = <T extends { readonly id: string }>(
  catalogue: Catalogue,
  hits: readonly T[],
): WithTwins<T>[] => {
  if (catalogue.parts.length < 2) return hits.map((hit) => ({ hit, twins: [] }));
  const groups: (Placed & { readonly hit: T })[][] = [];
  for (const hit of hits) {
    const at = catalogue.indexOf(hit.id);
    const placed = {
      hit,
      at,
      ndb: at < 0 ? null : catalogue.ndbAt(at),
      key: at < 0 ? "" : nameKey(catalogue.names[at] as string),
    };
    const group = groups.find((each) => each.some((one) => areTwins(catalogue, one, placed)));
    if (group) group.push(placed);
    else groups.push([placed]);
  }
  const year = (at: number): number => (at < 0 ? 0 : editionYear(catalogue.tableAt(at)));
  return groups.map((group) => {
    const [first, ...others] = group.toSorted((a, b) => year(b.at) - year(a.at)) as [
      (typeof group)[number],
      ...typeof group,
    ];
    return { hit: first.hit, twins: others.map(({ hit }) => hit) };
  });
};

/**
 * The plain food to propose for each plain food of the built-in tables, by index: its twin with the same NDB number in
 * the newest table that states every mineral that the built-in food has, else the food itself.
 */
export const proposedFoods = oncePerCatalogue((catalogue): ReadonlyMap<number, number> => {
  const [builtIn] = catalogue.parts;
  const proposed = new Map<number, number>();
  if (builtIn === undefined) return proposed;
  const byNdb = new Map<string, number>();
  for (let at = 0; at < builtIn.size; at++) {
    const ndb = builtIn.ndbAt(at);
    if (!builtIn.traitsAt(at).plain) continue;
    proposed.set(at, at);
    if (ndb !== null) byNdb.set(ndb, at);
  }
  const states = (at: number, mineral: (typeof MINERALS)[number]): boolean =>
    !Number.isNaN(catalogue.column(mineral)[at] as number) &&
    (catalogue.markAt(at, mineral)?.bound ?? null) === null;
  for (let at = builtIn.size; at < catalogue.size; at++) {
    const own = byNdb.get(catalogue.ndbAt(at) ?? "");
    if (own === undefined) continue;
    const before = proposed.get(own) as number;
    const isNewer = editionYear(catalogue.tableAt(at)) > editionYear(catalogue.tableAt(before));
    if (isNewer && MINERALS.every((mineral) => states(at, mineral) || !states(own, mineral)))
      proposed.set(own, at);
  }
  return proposed;
});
