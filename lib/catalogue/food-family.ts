import type { FoodGroup } from "./groups";
import { SHELVES, saysOnlyForm } from "./search/plainness";
import { wordsOf } from "./search/words";

/* Which foods are forms of the same food, by their names. */

/** Groups in which cuts of an animal are the same food. */
export const BY_ANIMAL: ReadonlySet<FoodGroup> = new Set(["beef", "pork", "poultry", "lambVealGame"]);
export const ANIMAL: ReadonlySet<FoodGroup> = new Set([...BY_ANIMAL, "fishShellfish"]);
const LIVER = /\bliver\b/i;

/** Words of a first segment that do not belong to the food's name: "sesame seed kernels" is sesame. */
export const AROUND_HEAD: ReadonlySet<string> = new Set(["and", "or", "kernel", "seed", "nut"]);
/** Words of later segments that the search counts as another food but that are forms of the same. */
export const ALSO_FORM: ReadonlySet<string> = new Set(
  `and or kernel seed nut bone oil sauce liquid chopped grated shredded cut cob off part leaf milk skim fat fluid cultured
  producer sodium creamed crude farmed wild mixed specy uncooked unsweetened sweetened sulfured blanched unblanched rinsed tap quick
  original vanilla unfortified smooth chunk firm soft hard large small medium curd immature russet golden seedless california
  florida stir sauteed fried heated microwave microwaved mashed blend
  goat sheep`.split(/\s+/),
);

export const stemsOf = (text: string): string[] => wordsOf(text).map(({ stem }) => stem);

/** The segments of a name without notes in brackets, additions and the shelf; and the shelf, where it names one. */
export const segmentsOf = (
  name: string,
): { readonly shelf: string | null; readonly segments: readonly string[] } => {
  const segments = name
    .replaceAll(/\([^()]*\)/g, "")
    .replace(/,? with added .*$/i, "")
    .split(",")
    .map((segment) => segment.trim())
    .filter((segment) => segment !== "");
  const first = segments[0]?.toLowerCase() ?? "";
  return segments.length > 1 && SHELVES.has(first)
    ? { shelf: first, segments: segments.slice(1) }
    : { shelf: null, segments };
};

/**
 * Family of a food, independent of its form: "Spinach, frozen, cooked, boiled" and "Spinach, raw" are "spinach". Made
 * of the words of the name that describe more than a form; for meat the animal, for fish and shellfish the kind.
 */
export const foodFamily = (name: string, group: FoodGroup): string => {
  const { shelf, segments } = segmentsOf(name);
  const [head = "", ...rest] = segments;
  const heads = stemsOf(head);
  const named = heads.filter((word) => !AROUND_HEAD.has(word));
  const key = named.length > 0 ? named : heads;
  if (BY_ANIMAL.has(group)) return LIVER.test(name) ? "liver" : key.join(" ");
  if (group === "fishShellfish" && shelf !== null) return key.join(" ");
  const more = rest
    .filter((segment) => !/^(?:with|without|no|not|packed|prepared|in|canned in)\b/i.test(segment))
    .flatMap(stemsOf)
    .filter((word) => !saysOnlyForm(word) && !ALSO_FORM.has(word));
  return [...new Set([...key, ...more])].sort().join(" ");
};
