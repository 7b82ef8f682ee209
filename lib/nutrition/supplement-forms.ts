import table from "@/data/reference/supplement-forms.json";
import type { NutrientId } from "./nutrients";

/*
 * What of a compound is the nutrient itself: 500 mg of magnesium citrate hold 81 mg magnesium. Shares follow from
 * the formula and the standard atomic weights (IUPAC 2021); table and sources: data/reference/supplement-forms.json.
 */

/** Nutrients that a supplement's label states and Assay follows. */
export const SUPPLEMENT_NUTRIENTS = [
  "magnesium",
  "zinc",
  "calcium",
  "iron",
  "selenium",
  "potassium",
  "vitaminD",
  "vitaminC",
  "copper",
  "phosphorus",
  "sodium",
  "fibre",
] as const satisfies readonly NutrientId[];
export type SupplementNutrient = (typeof SUPPLEMENT_NUTRIENTS)[number];

export type SupplementForm = {
  readonly nutrient: SupplementNutrient;
  /** Unique within the nutrient. */
  readonly id: string;
  /** What the compound is called, whatever its water: "magnesium citrate". */
  readonly name: string;
  /** How it is called beside other forms of the nutrient, with its water: "citrate (anhydrous trimagnesium)". */
  readonly label: string;
  /** Null where a compound is measured in its own unit, as vitamin D in IU. */
  readonly formula: string | null;
  /** g/mol; null without a formula. */
  readonly molarMass: number | null;
  readonly compoundUnit: "mg" | "µg" | "IU";
  /** Amount of the nutrient, in its own unit, in one `compoundUnit`: 0.6 of magnesium oxide, 0.025 µg an IU. */
  readonly share: number;
  readonly note: string | null;
  readonly sources: readonly { readonly citation: string; readonly url: string }[];
};

const weights: { readonly [element: string]: number } = table.atomicWeights.values;
const sources: { readonly [id: string]: { readonly citation: string; readonly url: string } } = table.sources;
const carried: { readonly [nutrient: string]: string } = table.nutrientMass;

/**
 * How many atoms of each element a formula names: `FeSO4·7H2O`, `Mg(C2H4NO2)2`.
 * @throws Error when it cannot be read or names an element without a weight.
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

/** An element that a formula does not name has no atom in it. */
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

/** How many units of the nutrient (an atom, an ascorbate) a formula unit holds. */
const unitsIn = (formula: string, nutrient: SupplementNutrient): number => {
  const element = carried[nutrient] as string;
  // Ascorbates count as ascorbic acid; each carries six atoms of carbon, and nothing else in them does.
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

/** The forms a nutrient comes in, in the order of the table; none for fibre, say. */
export const formsOf = (nutrient: SupplementNutrient): readonly SupplementForm[] =>
  SUPPLEMENT_FORMS.filter((form) => form.nutrient === nutrient);

/** One form of a nutrient, or undefined. */
export const supplementForm = (nutrient: SupplementNutrient, id: string): SupplementForm | undefined =>
  SUPPLEMENT_FORMS.find((form) => form.nutrient === nutrient && form.id === id);

/**
 * The nutrient in some of a compound, in the nutrient's own unit.
 * @param compound amount of the compound in the form's `compoundUnit`, finite and 0 or more.
 * @throws RangeError for any other amount.
 */
export const elementalAmount = (form: SupplementForm, compound: number): number => {
  if (!(Number.isFinite(compound) && compound >= 0)) {
    throw new RangeError(`An amount of a compound must be 0 or more, got ${compound}`);
  }
  return compound * form.share;
};
