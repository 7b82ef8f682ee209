/**
 * The nutrients of Assay, each with its one unit. The six minerals come first, in the order in which pages show them.
 * Phytate is phytic acid (IP6), mg; folate is dietary folate equivalents (DFE), vitamin A retinol activity equivalents
 * (RAE), retinol the preformed part of vitamin A, vitamin K phylloquinone.
 */
export const NUTRIENTS = {
  magnesium: { label: "Magnesium", symbol: "Mg", unit: "mg", kind: "mineral" },
  zinc: { label: "Zinc", symbol: "Zn", unit: "mg", kind: "mineral" },
  calcium: { label: "Calcium", symbol: "Ca", unit: "mg", kind: "mineral" },
  iron: { label: "Iron", symbol: "Fe", unit: "mg", kind: "mineral" },
  selenium: { label: "Selenium", symbol: "Se", unit: "µg", kind: "mineral" },
  potassium: { label: "Potassium", symbol: "K", unit: "mg", kind: "mineral" },
  vitaminD: { label: "Vitamin D", symbol: "D", unit: "µg", kind: "supporting" },
  vitaminC: { label: "Vitamin C", symbol: "C", unit: "mg", kind: "supporting" },
  phytate: { label: "Phytate", symbol: "PA", unit: "mg", kind: "supporting" },
  fibre: { label: "Fibre", symbol: "Fibre", unit: "g", kind: "supporting" },
  energy: { label: "Energy", symbol: "kcal", unit: "kcal", kind: "supporting" },
  protein: { label: "Protein", symbol: "Protein", unit: "g", kind: "supporting" },
  sodium: { label: "Sodium", symbol: "Na", unit: "mg", kind: "supporting" },
  phosphorus: { label: "Phosphorus", symbol: "P", unit: "mg", kind: "supporting" },
  copper: { label: "Copper", symbol: "Cu", unit: "mg", kind: "supporting" },
  vitaminB12: { label: "Vitamin B12", symbol: "B12", unit: "µg", kind: "supporting" },
  folate: { label: "Folate", symbol: "Folate", unit: "µg", kind: "supporting" },
  vitaminA: { label: "Vitamin A", symbol: "A", unit: "µg", kind: "supporting" },
  retinol: { label: "Retinol", symbol: "Retinol", unit: "µg", kind: "supporting" },
  vitaminK: { label: "Vitamin K", symbol: "K", unit: "µg", kind: "supporting" },
  manganese: { label: "Manganese", symbol: "Mn", unit: "mg", kind: "supporting" },
} as const;

export type NutrientId = keyof typeof NUTRIENTS;
/** The unit of a nutrient's amounts: "mg" of iron, "µg" of selenium. */
export type UnitOf<N extends NutrientId> = (typeof NUTRIENTS)[N]["unit"];
export type Unit = UnitOf<NutrientId>;

/** The six minerals, always in this order. */
export const MINERALS = ["magnesium", "zinc", "calcium", "iron", "selenium", "potassium"] as const;
export type Mineral = (typeof MINERALS)[number];

/** All nutrients in the order of {@link NUTRIENTS}; also the column order of the compiled food table. */
export const NUTRIENT_IDS = Object.keys(NUTRIENTS) as readonly NutrientId[];

export const isNutrientId = (value: string): value is NutrientId => Object.hasOwn(NUTRIENTS, value);
export const isMineral = (value: string): value is Mineral => (MINERALS as readonly string[]).includes(value);
