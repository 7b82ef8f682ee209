import cautions from "@/data/reference/food-cautions.json";
import type { AvoidedFood } from "../safety/table";
import type { Candidate, Content, Contents } from "./candidates";

/** What a kind is recognised by: the description, the contents, the class of oxalate. */
type Described = Pick<Candidate, "name" | "oxalate"> & { readonly contains: Contents | null };

type RuleRow = {
  readonly name?: string;
  readonly except?: string;
  readonly contains?: readonly Content[];
};
type Rule = {
  readonly name: RegExp | null;
  readonly except: RegExp | null;
  readonly contains: readonly Content[];
};

/** A kind that is avoided, and whether the description says so or only leaves it open. */
export type KindFound = { readonly by: "kind"; readonly kind: AvoidedFood; readonly known: boolean };

const pattern = (source: string | undefined): RegExp | null =>
  source === undefined ? null : new RegExp(source);

const RULES = new Map(
  Object.entries(cautions.kinds).map(([kind, { rules }]) => [
    kind,
    (rules as readonly RuleRow[]).map(
      ({ name, except, contains = [] }): Rule => ({
        name: pattern(name),
        except: pattern(except),
        contains,
      }),
    ),
  ]),
);

/** A description in small letters without accents: "Pâté" is "pate". */
const fold = (name: string): string => name.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

/** Whether a food meets a rule: true, false, or null where only an unknown content makes it do so. */
const meets = ({ name, except, contains }: Rule, text: string, food: Described): boolean | null => {
  if (name !== null && !name.test(text)) return false;
  if (except?.test(text)) return false;
  if (contains.length === 0) return true;
  const known = contains.map((content) => (food.contains === null ? null : food.contains[content]));
  if (known.includes(true)) return true;
  return known.includes(null) ? null : false;
};

const judgeKind = (food: Described, text: string, kind: AvoidedFood): boolean | null => {
  if (kind === "high-oxalate") {
    return food.oxalate === null ? null : food.oxalate === "high" || food.oxalate === "very-high";
  }
  let found: boolean | null = false;
  for (const rule of RULES.get(kind) ?? []) {
    const met = meets(rule, text, food);
    if (met === true) return true;
    if (met === null) found = null;
  }
  return found;
};

/** What was found for a food, which is asked for the same kinds by every person and list. */
const judged = new WeakMap<Described, Map<AvoidedFood, boolean | null>>();

const isOfKind = (food: Described, text: string, kind: AvoidedFood): boolean | null => {
  const known = judged.get(food) ?? new Map<AvoidedFood, boolean | null>();
  if (!judged.has(food)) judged.set(food, known);
  const before = known.get(kind);
  if (before !== undefined) return before;
  const found = judgeKind(food, text, kind);
  known.set(kind, found);
  return found;
};

/** What a kind is, as a phrase that ends with a full stop. */
export const avoidedKindWords = (kind: AvoidedFood): string => {
  const { what } = cautions.kinds[kind];
  return `${what.charAt(0).toLowerCase()}${what.slice(1)}`;
};

/**
 * The first of the avoided kinds that a food is of, by the rules of `data/reference/food-cautions.json`; one that is
 * known comes before one that is left open. Null when it is of none.
 */
export const avoidedKind = (food: Described, avoid: ReadonlySet<AvoidedFood>): KindFound | null => {
  if (avoid.size === 0) return null;
  const text = fold(food.name);
  let open: KindFound | null = null;
  for (const kind of avoid) {
    const found = isOfKind(food, text, kind);
    if (found === true) return { by: "kind", kind, known: true };
    if (found === null) open ??= { by: "kind", kind, known: false };
  }
  return open;
};

const HIGH_MERCURY: ReadonlySet<AvoidedFood> = new Set(["high-mercury-fish"]);

/** Fish that pregnant women should avoid for its mercury; recommended to nobody in lists of sources. */
export const isHighInMercury = (food: Candidate): boolean => avoidedKind(food, HIGH_MERCURY) !== null;
