import absorption from "@/data/reference/absorption.json";
import type { ReferenceIntake } from "../reference-types";
import type { Person } from "../usual-intake";
import { type PhytateTotal, phytateGap, type ZincRatio, zincRatioOf } from "./phytate";

/*
 * Zinc absorbed from a whole day's food, by the saturation model of Miller, Krebs & Hambidge (2007) with the
 * parameters of Hambidge et al. (2010). Fitted to whole days of adults: not for a meal, a child, or a
 * supplement taken on an empty stomach; and, as it saturates at 5.95 mg a day, no model of overdose.
 */

const { maxAbsorption: A, kr: KR, kp: KP } = absorption.zincModel;
const { phyticAcid, zinc: zincMass } = absorption.molarMass;

const finite = (name: string, value: number): number => {
  if (!(Number.isFinite(value) && value >= 0))
    throw new RangeError(`${name} must be 0 mg or more, got ${value}`);
  return value;
};

/**
 * Zinc absorbed in a day, mg, from zinc and phytate eaten in the day, mg.
 * TAZ = ½·(S − √(S² − 4·A·TDZ)) with S = A + TDZ + KR·(1 + TDP/KP), all in mmol a day.
 * @throws RangeError for negative or infinite amounts.
 */
export const absorbedZinc = (zincMg: number, phytateMg: number): number => {
  const zinc = finite("Zinc", zincMg) / zincMass;
  const phytate = finite("Phytate", phytateMg) / phyticAcid;
  const s = A + zinc + KR * (1 + phytate / KP);
  return (zincMass * (s - Math.sqrt(s * s - 4 * A * zinc))) / 2;
};

const needWeight = (sex: Person["sex"], weightKg: number | null) =>
  weightKg === null ? { kg: absorption.zincNeed.referenceKg[sex], own: false } : { kg: weightKg, own: true };

/**
 * Zinc an adult must absorb in a day, mg: 0.642 + 0.038 × body weight in kg (EFSA 2014). IOM and IZiNCG give
 * other numbers; this one belongs to the model above.
 * @param weightKg null: EFSA's reference adult, 68.1 kg for men and 58.5 kg for women.
 */
export const zincNeed = (sex: Person["sex"], weightKg: number | null): number => {
  const { interceptMg, perKgMg } = absorption.zincNeed;
  const weight = needWeight(sex, weightKg).kg;
  if (!(Number.isFinite(weight) && weight > 0))
    throw new RangeError(`Weight must be above 0 kg, got ${weight}`);
  return interceptMg + perKgMg * weight;
};

const ADULT_FROM_YEARS = 18;

/** What a day's zinc comes to, for explanation only: targets and totals are never changed by it. */
export type ZincAbsorption =
  | {
      readonly ok: true;
      /** mg a day at the typical phytate, and at the low and high end of its band. */
      readonly absorbedMg: {
        readonly typical: number;
        readonly atLowPhytate: number;
        readonly atHighPhytate: number;
      };
      /** mg a day the person needs to absorb; null in pregnancy and lactation, for which EFSA's formula is not made. */
      readonly needMg: number | null;
      /** The weight that the need is of: the person's own, or of EFSA's reference adult where it is not known; null without a need. */
      readonly needWeight: { readonly kg: number; readonly own: boolean } | null;
      /** Whether the need is covered at both ends of the band, at neither, or depends on it; null without a need. */
      readonly covers: "yes" | "no" | "depends-on-phytate" | null;
      readonly ratio: ZincRatio;
    }
  | {
      readonly ok: false;
      readonly reason: "adults-only" | "phytate-unknown" | "low-coverage" | "zinc-unknown";
      readonly ratio: ZincRatio;
    };

/**
 * Zinc absorbed on a day, or on the mean of several.
 * @param zincMg zinc of the food eaten, mg a day, without supplements taken apart from meals; null unknown.
 * @param reference the person's plain zinc reference. One that carries a vegetarian allowance does not fit the
 *   type: allowance and model express the same loss.
 */
export const zincAbsorptionOf = (
  zincMg: number | null,
  phytate: PhytateTotal,
  person: Person,
  weightKg: number | null,
  reference: ReferenceIntake<"mixed">,
): ZincAbsorption => {
  if (reference.nutrient !== "zinc")
    throw new RangeError(`A zinc reference is needed, got ${reference.nutrient}`);
  const ratio = zincRatioOf(phytate, zincMg);
  const gap = phytateGap(phytate);
  if (person.ageYears < ADULT_FROM_YEARS) return { ok: false, reason: "adults-only", ratio };
  if (gap !== null || phytate.band === null) return { ok: false, reason: gap ?? "phytate-unknown", ratio };
  if (zincMg === null) return { ok: false, reason: "zinc-unknown", ratio };
  const absorbedMg = {
    typical: absorbedZinc(zincMg, phytate.band.typical),
    atLowPhytate: absorbedZinc(zincMg, phytate.band.low),
    atHighPhytate: absorbedZinc(zincMg, phytate.band.high),
  };
  const needMg = person.lifeStage === "none" ? zincNeed(person.sex, weightKg) : null;
  const covers =
    needMg === null
      ? null
      : absorbedMg.atHighPhytate >= needMg
        ? "yes"
        : absorbedMg.atLowPhytate < needMg
          ? "no"
          : "depends-on-phytate";
  return {
    ok: true,
    absorbedMg,
    needMg,
    needWeight: needMg === null ? null : needWeight(person.sex, weightKg),
    covers,
    ratio,
  };
};
