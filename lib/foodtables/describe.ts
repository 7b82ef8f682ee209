import type { Catalogue, FoodTraits } from "../catalogue";
import { installedPhytateOf, traitsOf } from "../catalogue/rules";
import { CONTENTS, type Content } from "../nutrition";
import type { RawFood } from "./raw-table";

/** What is told of a food beside its values. */
export type Described = {
  readonly traits: FoodTraits;
  /** Id of its entry in data/reference/phytate.json. */
  readonly phytate: string | null;
  readonly suggested: { readonly label: string; readonly grams: number } | null;
};

/**
 * Words after which a name no longer lists all that is in the food: "fat added", "NS as to", "with", "made from".
 * Nothing is denied of such a food.
 */
const OPEN_NAME =
  /\b(?:added|ns as to|nfs|n\.?f\.?s|with|made|recipe|mixed|mixture|and|sauce|stuffed|filled|fried|breaded|battered|coated|home|restaurant|fast food|ready|industrial|composite|average|type|seasoned|marinated|flavou?red|prepared|imitation|substitute|plant-based|vegetarian|vegan|enriched|fortified|salad|soup|dish|bar|cake|pie|pudding|dessert|drink)\b/i;

/** No to every content that only the silence of the name denies is "not known". */
const withoutDenials = (traits: FoodTraits): FoodTraits => ({
  ...traits,
  contains: Object.fromEntries(
    CONTENTS.map((content) => [content, traits.contains[content] === true ? true : null]),
  ) as { [C in Content]: boolean | null },
});

/**
 * What is told of the foods of an installed table. A food that states an NDB number is the built-in food of that number,
 * whose contents, oxalate, phytate and suggested portion it takes. Of all others the same rules tell as of the built-in
 * table, from the English name, the group, water and carbohydrate; these rules were written for names that list what is
 * in the food, so nothing is denied of a food whose name does not. Only foods of the curated list are plain.
 * @param builtIn the table of USDA SR28.
 */
export const describer = (
  builtIn: Catalogue,
  phytate: Parameters<typeof installedPhytateOf>[1],
): ((food: RawFood) => Described) => {
  const fromBuiltIn = (ndb: string): Described | null => {
    const index = builtIn.indexOf(`ndb:${ndb}`);
    if (index < 0) return null;
    const suggested = builtIn.at(index).suggestedPortion;
    return { traits: builtIn.traitsAt(index), phytate: builtIn.phytateAt(index)?.id ?? null, suggested };
  };
  return ({ ndb, name, group, waterG = null, carbohydrateG = null }) => {
    const same = ndb === null ? null : fromBuiltIn(ndb);
    if (same !== null) return same;
    const traits = traitsOf({ name, group }, undefined, null);
    return {
      traits: OPEN_NAME.test(name) ? withoutDenials(traits) : traits,
      phytate: installedPhytateOf({ name, group, waterG, carbohydrateG }, phytate),
      suggested: null,
    };
  };
};
