import type { EntryView } from "../../diary/schemas";
import {
  aboveLimit,
  averageIntakeOf,
  countedByLimit,
  type DayIntake,
  type DayTotals,
  type LocalDate,
  NUTRIENTS,
  SECOND_LINE,
  type SecondLineNutrient,
  secondLineReference,
} from "../../nutrition";
import { referencePerson, safetyGates } from "../../profile";
import type { ProfileView } from "../../profile/schemas";
import type {
  SecondLineDay,
  SecondLineFigures,
  SecondLineMean,
  SecondLineTarget,
} from "./second-line-schemas";

const NO_PROFILE = "Set birth date and sex in the profile.";
const OFF = "Switched off by a condition in your profile: ask your care team.";

/** The reference values of the nutrients beside the six, as far as the person's conditions leave them. */
export const secondLineTargets = (profile: ProfileView, date: LocalDate): SecondLineTarget[] => {
  const person = referencePerson(profile, date);
  const gates = safetyGates(profile, date);
  return SECOND_LINE.map((nutrient): SecondLineTarget => {
    const common = {
      nutrient,
      unit: NUTRIENTS[nutrient].unit,
      portionCap: gates.caps.get(nutrient) ?? null,
    };
    if (person === null) {
      return {
        ...common,
        standard: profile.standard,
        target: null,
        kind: null,
        limit: null,
        state: "no-profile",
        group: null,
        source: null,
        year: null,
        note: NO_PROFILE,
      };
    }
    const found = secondLineReference(nutrient, person, date, profile.standard);
    const off = gates.noTips.has(nutrient);
    const { limit } = found;
    return {
      ...common,
      standard: found.standard,
      target: off ? null : found.target,
      kind: off ? null : found.kind,
      limit:
        limit === null || gates.noComparison.has(nutrient)
          ? null
          : { ...limit, source: limit.source.citation },
      state: off ? "switched-off" : "usual",
      group: found.group,
      source: found.source.citation,
      year: found.year,
      note: off ? OFF : found.note,
    };
  });
};

/** The nutrients beside the six of one day. */
export const secondLineDays = (
  profile: ProfileView,
  date: LocalDate,
  entries: readonly EntryView[],
  { totals, fromSupplements }: DayTotals,
): SecondLineDay[] =>
  secondLineTargets(profile, date).map((target) => ({
    ...target,
    total: totals[target.nutrient],
    fromSupplements: fromSupplements[target.nutrient].amount,
    aboveLimit: aboveLimit(target.nutrient, target.limit, entries),
  }));

/** Mean of what a limit counts over the days that count; null where nothing tells it apart. */
const countedMeanOf = (
  nutrient: SecondLineNutrient,
  limit: SecondLineTarget["limit"],
  days: readonly DayIntake[],
): number | null => {
  const counted = limit && countedByLimit(nutrient, limit);
  return counted ? averageIntakeOf(counted, days).mean : null;
};

/** The nutrients beside the six over the days of a span that count. */
export const secondLineMeans = (
  profile: ProfileView,
  date: LocalDate,
  days: readonly DayIntake[],
): SecondLineMean[] =>
  secondLineTargets(profile, date).map((target) => {
    const {
      days: counted,
      mean,
      fromFood,
      coverage,
      coverageOfMean,
    } = averageIntakeOf(target.nutrient, days);
    return {
      ...target,
      days: counted,
      mean,
      fromFood,
      coverage,
      coverageOfMean,
      countedMean: countedMeanOf(target.nutrient, target.limit, days),
    };
  });

/** {@link secondLineMeans} without sources and notes. */
export const secondLineFigures = (
  profile: ProfileView,
  date: LocalDate,
  days: readonly DayIntake[],
): SecondLineFigures[] =>
  secondLineMeans(profile, date, days).map(
    ({ group: _group, source: _source, year: _year, note: _note, limit, ...item }) => ({
      ...item,
      limit: limit && { value: limit.value, kind: limit.kind, counts: limit.counts },
    }),
  );
