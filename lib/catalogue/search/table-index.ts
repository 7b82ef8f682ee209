import type { Catalogue } from "../decode";
import { BY_ANIMAL } from "../food-family";
import type { FoodGroup } from "../groups";
import { isDish } from "../layout";
import { indexNames, type NameIndex, type NameTraits } from "./name-index";
import {
  DISH_COST,
  DISH_NAME_COST,
  DISH_UNASKED,
  GENERAL_ENTRY,
  GENERAL_ENTRY_BONUS,
  GROUP_COST,
  LATER_ENTRY_COST,
  PLAIN_FOOD_BONUS,
  SOLD_DRY,
  USUAL_IN_GROUP,
} from "./plainness";

/** The part of a single table that the search uses. */
export type SearchedTable = Pick<Catalogue, "names" | "ids" | "groupAt" | "traitsAt"> &
  Partial<Pick<Catalogue, "otherNamesAt">>;
const NOTHING_USUAL: ReadonlySet<string> = new Set();

/** The names of a table and, behind them, its foods' other names, each with the food that it is of. */
type TableIndex = { readonly index: NameIndex; readonly others: readonly number[] };

const indexes = new WeakMap<SearchedTable, TableIndex>();

export const indexTable = (table: SearchedTable): TableIndex => {
  const index = indexes.get(table) ?? buildIndex(table);
  indexes.set(table, index);
  return index;
};

/** The index of a single table's names, in their order, built once per table. */
export const indexCatalogue = (table: SearchedTable): NameIndex => indexTable(table).index;

/**
 * Points by which a food that is found by another name ranks behind one that is called so. FNDDS lists there what a food
 * may be made with or be like, too: "almond milk" for oatmeal.
 */
const OTHER_NAME_COST = 1.5;

function buildIndex(catalogue: SearchedTable): TableIndex {
  const { names } = catalogue;
  const others: number[] = [];
  const otherNames: string[] = [];
  for (let at = 0; at < names.length; at++)
    for (const name of catalogue.otherNamesAt?.(at) ?? []) {
      others.push(at);
      otherNames.push(name);
    }
  const groups = names.map((_, at) => catalogue.groupAt(at));
  const sizes = new Map<FoodGroup, number>();
  const ranks = groups.map((group) => {
    const rank = sizes.get(group) ?? 0;
    sizes.set(group, rank + 1);
    return rank;
  });
  const dishes = isDish(catalogue.ids[0] ?? "");
  const index = indexNames(otherNames.length === 0 ? names : [...names, ...otherNames], (at) => {
    if (at >= names.length) {
      const group = groups[others[at - names.length] as number] as FoodGroup;
      return dishes
        ? { ...OWN_TRAITS, cost: GROUP_COST[group] + DISH_NAME_COST, unasked: DISH_UNASKED }
        : { ...OWN_TRAITS, cost: GROUP_COST[group] + OTHER_NAME_COST };
    }
    const group = groups[at] as FoodGroup;
    const cost =
      GROUP_COST[group] +
      (LATER_ENTRY_COST * (ranks[at] as number)) / (sizes.get(group) as number) +
      (dishes ? DISH_COST : 0) -
      (catalogue.traitsAt(at).plain ? PLAIN_FOOD_BONUS : 0) -
      (GENERAL_ENTRY.test(names[at] as string) ? GENERAL_ENTRY_BONUS : 0);
    return {
      cost,
      usual: USUAL_IN_GROUP[group] ?? NOTHING_USUAL,
      unasked: 1,
      // A dish is no relative of the foods in it.
      kin: dishes
        ? null
        : {
            group,
            byHead: BY_ANIMAL.has(group) || group === "fishShellfish",
            soldDry: SOLD_DRY.has(group),
            grain: group === "grainsPasta",
            plain: catalogue.traitsAt(at).plain,
          },
    };
  });
  return { index, others };
}

/** Own foods: unmatched words in "Nan's lentil stew" cost little, since "lentil" may mean it. */
const OWN_TRAITS: NameTraits = { cost: 0, usual: NOTHING_USUAL, unasked: 0.3, kin: null };

export const indexOwn = (own: readonly { readonly name: string }[]): NameIndex =>
  indexNames(
    own.map(({ name }) => name),
    () => OWN_TRAITS,
  );
