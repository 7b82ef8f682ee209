import { measureOf } from "@/lib/format";
import type { Portion } from "@/lib/nutrition";

/** Grams of one avoirdupois ounce, exact by definition (1959). */
const OUNCE_G = 28.349523125;

/** Millilitres of one: metric, and the US customary cup and its parts. */
const MILLILITRES: { readonly [unit: string]: number } = {
  ml: 1,
  l: 1000,
  tsp: 4.92892159375,
  tbsp: 14.78676478125,
  "fl oz": 29.5735295625,
  cup: 236.5882365,
  pint: 473.176473,
  quart: 946.352946,
  gallon: 3785.411784,
};

/** A unit a food is weighed or measured in that is no portion of its own. */
export type WeighingUnit = {
  readonly id: "g" | "oz" | "ml" | "fl oz";
  readonly name: string;
  /** Weight of one, of this food. */
  readonly grams: number;
};

/** How labels write the units above; those of a person's own foods write them out. */
const WRITTEN: { readonly [word: string]: string } = {
  ounce: "oz",
  liter: "l",
  litre: "l",
  milliliter: "ml",
  millilitre: "ml",
  teaspoon: "tsp",
  tablespoon: "tbsp",
};

/** The canonical unit of a portion's label, or its first word. */
const unitOfPortion = (unit: string): string => {
  if (/^fl\.? ?oz/i.test(unit)) return "fl oz";
  const word = (/^[a-z]+/i.exec(unit)?.[0] ?? unit).toLowerCase();
  const singular = word.replace(/s$/, "");
  return WRITTEN[singular] ?? (singular in MILLILITRES ? singular : word);
};

const FLUID = /\((?:about )?(\d*\.?\d+) fl oz\)/;

/** Millilitres of a whole portion, or null when its label tells no volume: "1 cup", "1 can (12 fl oz)". */
const parseMillilitres = (label: string): number | null => {
  // What a packet gives when it is prepared is not a measure of that volume.
  if (/\byields?\b/i.test(label)) return null;
  const { quantity, unit } = measureOf(label);
  const one = MILLILITRES[unitOfPortion(unit)];
  if (one !== undefined) return one * quantity;
  const fluid = FLUID.exec(label)?.[1];
  return fluid === undefined ? null : Number(fluid) * (MILLILITRES["fl oz"] as number) * quantity;
};

/** Grams of a millilitre by the first of the food's own measures of volume; null when it has none. */
export const densityGramsPerMl = (portions: readonly Portion[]): number | null => {
  for (const { label, grams } of portions) {
    const millilitres = parseMillilitres(label);
    if (millilitres !== null && millilitres > 0) return grams / millilitres;
  }
  return null;
};

export const GRAM: WeighingUnit = { id: "g", name: "grams", grams: 1 };
const OUNCE: WeighingUnit = { id: "oz", name: "ounces", grams: OUNCE_G };

/** The units a food can be measured in beside its own portions; volumes only where its own measures tell its density. */
export const weighingUnits = (portions: readonly Portion[]): readonly WeighingUnit[] => {
  const own = new Set(portions.map(({ label }) => unitOfPortion(measureOf(label).unit)));
  const density = densityGramsPerMl(portions);
  return [
    GRAM,
    ...(own.has("oz") ? [] : [OUNCE]),
    ...(density === null
      ? []
      : [
          { id: "ml", name: "millilitres", grams: density } as const,
          ...(own.has("fl oz")
            ? []
            : [
                {
                  id: "fl oz",
                  name: "fluid ounces",
                  grams: density * (MILLILITRES["fl oz"] as number),
                } as const,
              ]),
        ]),
  ];
};
