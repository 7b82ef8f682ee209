import table from "@/data/reference/supplement-forms.json";
import type { NutrientId } from "./nutrients";

/*
 * Elemental amounts of supplement compounds: 500 mg of magnesium citrate contain 81 mg of magnesium. Shares follow from
 * the formula and the standard atomic weights (IUPAC 2021). Table and sources: data/reference/supplement-forms.json.
 */

/** Nutrients of Assay that supplement labels state. */
export const SUPPLEMENT_NUTRIENTS = [
  "magnesium",
  "zinc",
  "calcium",
  "iron",
  "selenium",
  "potassium",
  "vitaminD",
  "vitaminC",
  "vitaminB12",
  "folate",
  "vitaminA",
  "vitaminK",
  "copper",
  "manganese",
  "phosphorus",
  "sodium",
  "fibre",
] as const satisfies readonly NutrientId[];
export type SupplementNutrient = (typeof SUPPLEMENT_NUTRIENTS)[number];

export type SupplementForm = {
  readonly nutrient: SupplementNutrient;
  /** Unique within the nutrient. */
  readonly id: string;
  /** Name of the compound without its water: "magnesium citrate". */
  readonly name: string;
  /** Name among the forms of the nutrient, with its water: "citrate (anhydrous trimagnesium)". */
  readonly label: string;
  /** Null where the compound is measured in a unit of its own, as vitamin D in IU. */
  readonly formula: string | null;
  /** g/mol; null without a formula. */
  readonly molarMass: number | null;
  readonly compoundUnit: "mg" | "µg" | "IU";
  /** Amount of the nutrient, in its own unit, per `compoundUnit`: 0.6 for magnesium oxide, 0.025 µg per IU of vitamin D. */
  readonly share: number;
  readonly note: string | null;
  readonly sources: readonly { readonly citation: string; readonly url: string }[];
};

const weights: { readonly [element: string]: number } = table.atomicWeights.values;
const sources: { readonly [id: string]: { readonly citation: string; readonly url: string } } = table.sources;
const carried: { readonly [nutrient: string]: string } = table.nutrientMass;

/**
 * Number of atoms of each element in a formula: `FeSO4·7H2O`, `Mg(C2H4NO2)2`.
 * @throws Error when it cannot be parsed or names an element without an atomic weight.
 */
export const atomsOf = (formula: string): ReadonlyMap<string, number> => {
  const atoms = new Map<string, number>();
  for (const part of formula.split("·")) {
    const [, count = "", rest = ""] = /^(\d*)(.+)$/.exec(part) ?? [];
    for (const [element, n] of groupAtoms(rest)) {
      atoms.set(element, countIn(atoms, element) + n * (count === "" ? 1 : Number(count)));
    }
  }
  return atoms;
};

/** Number of atoms of an element; 0 where the formula does not contain it. */
const countIn = (atoms: ReadonlyMap<string, number>, element: string): number => {
  const count = atoms.get(element);
  return count === undefined ? 0 : count;
};

const groupAtoms = (formula: string): Map<string, number> => {
  const atoms = new Map<string, number>();
  const add = (element: string, n: number) => atoms.set(element, countIn(atoms, element) + n);
  if (!/^(?:[A-Z][a-z]?\d*|\((?:[A-Z][a-z]?\d*)+\)\d*)+$/.test(formula)) {
    throw new Error(`${formula} is not a formula`);
  }
  for (const [, inner, times, element, n] of formula.matchAll(/\(([^)]+)\)(\d*)|([A-Z][a-z]?)(\d*)/g)) {
    if (inner !== undefined) {
      for (const [name, count] of groupAtoms(inner)) add(name, count * (times ? Number(times) : 1));
    } else if (element !== undefined) {
      if (!Object.hasOwn(weights, element)) throw new Error(`No atomic weight of ${element}`);
      add(element, n ? Number(n) : 1);
    }
  }
  return atoms;
};

/** The molar mass of a formula in g/mol. @throws Error as {@link atomsOf}. */
export const molarMassOf = (formula: string): number => {
  let mass = 0;
  for (const [element, count] of atomsOf(formula)) mass += (weights[element] as number) * count;
  return mass;
};

/** Number of atoms of the nutrient, or of ascorbates, per formula unit. */
const unitsIn = (formula: string, nutrient: SupplementNutrient): number => {
  const element = carried[nutrient] as string;
  // Ascorbates count as ascorbic acid: six carbon atoms each, and no other part of these compounds contains carbon.
  return nutrient === "vitaminC" ? countIn(atomsOf(formula), "C") / 6 : countIn(atomsOf(formula), element);
};

const formOf = (row: (typeof table.forms)[number]): SupplementForm => {
  const nutrient = row.nutrient as SupplementNutrient;
  const cite = (id: string) => {
    const source = sources[id];
    if (!source) throw new Error(`data/reference/supplement-forms.json has no source ${id}`);
    return source;
  };
  const common = {
    nutrient,
    id: row.id,
    name: row.name,
    label: row.label,
    compoundUnit: row.compoundUnit as SupplementForm["compoundUnit"],
    note: row.note ?? null,
  };
  if (row.perUnit !== undefined) {
    return {
      ...common,
      formula: null,
      molarMass: null,
      share: row.perUnit,
      sources: row.sources.map(cite),
    };
  }
  const molarMass = molarMassOf(row.formula);
  return {
    ...common,
    formula: row.formula,
    molarMass,
    share: (unitsIn(row.formula, nutrient) * molarMassOf(carried[nutrient] as string)) / molarMass,
    sources: [...table.atomicWeights.sources, ...row.sources].map(cite),
  };
};

/** Every form of the table, by nutrient. */
export const SUPPLEMENT_FORMS: readonly SupplementForm[] = table.forms.map(formOf);

/** The forms of a nutrient, in the order of the table; empty where it lists none. */
export const formsOf = (nutrient: SupplementNutrient): readonly SupplementForm[] =>
  SUPPLEMENT_FORMS.filter((form) => form.nutrient === nutrient);

/** A form of a nutrient by its id, or undefined. */
export const supplementForm = (nutrient: SupplementNutrient, id: string): SupplementForm | undefined =>
  SUPPLEMENT_FORMS.find((form) => form.nutrient === nutrient && form.id === id);

/** Forms of vitamin A that are no preformed vitamin A. */
const PROVITAMIN_A: ReadonlySet<string> = new Set(["beta-carotene-iu"]);

/**
 * Preformed vitamin A (retinol), µg, in a supplement's vitamin A, µg RAE. All of it counts as preformed unless the label
 * names a carotene, so that a comparison with the upper limit, which concerns preformed vitamin A, errs to caution.
 * @param form id of the form, or null where the label names none.
 */
export const retinolOf = (vitaminA: number, form: string | null): number =>
  form !== null && PROVITAMIN_A.has(form) ? 0 : vitaminA;

/**
 * Amount of the nutrient, in its own unit, in an amount of a compound.
 * @param compound in the form's `compoundUnit`, finite and 0 or more.
 * @throws RangeError for any other amount.
 */
export const elementalAmount = (form: SupplementForm, compound: number): number => {
  if (!(Number.isFinite(compound) && compound >= 0)) {
    throw new RangeError(`An amount of a compound must be 0 or more, got ${compound}`);
  }
  return compound * form.share;
};
