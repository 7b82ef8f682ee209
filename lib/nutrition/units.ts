declare const unit: unique symbol;

/** The four units Assay computes in. Every nutrient has exactly one of them; display rounds, storage does not. */
export type Unit = "mg" | "µg" | "g" | "kcal";

/**
 * A finite number that carries its unit in the type, so that adding milligrams to micrograms does not compile.
 * At run time it is a plain number.
 */
export type Quantity<U extends Unit = Unit> = number & { readonly [unit]: U };

export type Milligrams = Quantity<"mg">;
export type Micrograms = Quantity<"µg">;
export type Grams = Quantity<"g">;
export type Kilocalories = Quantity<"kcal">;

const quantity = <U extends Unit>(value: number): Quantity<U> => {
  if (!Number.isFinite(value)) throw new RangeError(`A quantity must be finite, got ${value}`);
  return value as Quantity<U>;
};

/** Milligrams. @throws RangeError when the value is not finite. */
export const mg = (value: number): Milligrams => quantity<"mg">(value);
/** Micrograms. @throws RangeError when the value is not finite. */
export const ug = (value: number): Micrograms => quantity<"µg">(value);
/** Grams. @throws RangeError when the value is not finite. */
export const g = (value: number): Grams => quantity<"g">(value);
/** Kilocalories. @throws RangeError when the value is not finite. */
export const kcal = (value: number): Kilocalories => quantity<"kcal">(value);

/** Sum of two amounts of the same unit. */
export const add = <U extends Unit>(a: Quantity<U>, b: NoInfer<Quantity<U>>): Quantity<U> =>
  quantity<U>(a + b);
/** Difference of two amounts of the same unit; may be negative. */
export const subtract = <U extends Unit>(a: Quantity<U>, b: NoInfer<Quantity<U>>): Quantity<U> =>
  quantity<U>(a - b);
/** An amount times a dimensionless factor. */
export const scale = <U extends Unit>(amount: Quantity<U>, factor: number): Quantity<U> =>
  quantity<U>(amount * factor);

/** 1 mg = 1000 µg. */
export const mgToUg = (value: Milligrams): Micrograms => ug(value * 1000);
/** 1000 µg = 1 mg. */
export const ugToMg = (value: Micrograms): Milligrams => mg(value / 1000);
/** 1 g = 1000 mg. */
export const gToMg = (value: Grams): Milligrams => mg(value * 1000);
/** 1000 mg = 1 g. */
export const mgToG = (value: Milligrams): Grams => g(value / 1000);
