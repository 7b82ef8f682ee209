import absorption from "@/data/reference/absorption.json";
import type { Person } from "../person";
import type { ReferenceIntake } from "../reference-types";
import { type PhytateTotal, phytateGap, type ZincRatio, zincRatioOf } from "./phytate";

/*
 * Zinc absorbed from a whole day's food, by the saturation model of Miller, Krebs & Hambidge (2007) with the parameters
 * of Hambidge et al. (2010). Fitted to whole days of adults: not valid for single meals, children or supplements taken
 * fasting. Absorption saturates at 5.95 mg a day, so the model does not describe excess.
 */

const { maxAbsorption: A, kr: KR, kp: KP } = absorption.zincModel;
const { phyticAcid, zinc: zincMass } = absorption.molarMass;

const finite = (name: string, value: number): number => {
  if (!(Number.isFinite(value) && value >= 0))
    throw new RangeError(`${name} must be 0 mg or more, got ${value}`);
  return value;
};

/**
 * Zinc absorbed per day, mg, from the day's zinc and phytate, mg.
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
 * Physiological zinc requirement of an adult, i.e. zinc to be absorbed, mg a day: 0.642 + 0.038 × body weight in kg
 * (EFSA 2014). IOM and IZiNCG use other values; this one belongs to the model above.
 * @param weightKg null: EFSA's reference weight, 68.1 kg for men and 58.5 kg for women.
 */
export const zincNeed = (sex: Person["sex"], weightKg: number | null): number => {
  const { interceptMg, perKgMg } = absorption.zincNeed;
  const weight = needWeight(sex, weightKg).kg;
  if (!(Number.isFinite(weight) && weight > 0))
    throw new RangeError(`Weight must be above 0 kg, got ${weight}`);
  return interceptMg + perKgMg * weight;
};

const ADULT_FROM_YEARS = 18;

/** Zinc absorption of a day, for explanation; totals and targets do not use it. */
export type ZincAbsorption =
  | {
      readonly ok: true;
      /** mg a day at the typical value and at the ends of the phytate band. */
      readonly absorbedMg: {
        readonly typical: number;
        readonly atLowPhytate: number;
        readonly atHighPhytate: number;
      };
      /** Physiological requirement, mg a day; null in pregnancy and lactation, which EFSA's formula does not cover. */
      readonly needMg: number | null;
      /**
       * Body weight used for the requirement: the person's own, else EFSA's reference weight; null without a
       * requirement.
       */
      readonly needWeight: { readonly kg: number; readonly own: boolean } | null;
      /** Whether the requirement is met at both ends of the band, at neither, or at one; null without a requirement. */
      readonly covers: "yes" | "no" | "depends-on-phytate" | null;
      readonly ratio: ZincRatio;
    }
  | {
      readonly ok: false;
      readonly reason: "adults-only" | "phytate-unknown" | "low-coverage" | "zinc-unknown";
      readonly ratio: ZincRatio;
    };

/**
 * Zinc absorption of a day, or of the mean of several days.
 * @param zincMg zinc from food, mg a day, without supplements taken apart from meals; null unknown.
 * @param reference the person's zinc reference without a vegetarian allowance, which accounts for the same effect.
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
