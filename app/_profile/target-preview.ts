import {
  ageOn,
  type Gates,
  gatesFor,
  isLocalDate,
  type LocalDate,
  lifeStageOf,
  type Profile,
  type TargetOverrides,
  type Targets,
  targetsFor,
} from "@/lib/nutrition";
import type { ProfileDraft } from "./draft";

/** The targets that a profile would have, or why there are none yet. */
export type TargetPreview =
  | { readonly ok: false; readonly reason: string }
  | {
      readonly ok: true;
      readonly targets: Targets;
      readonly gates: Gates;
      /** Who the values are for: "women, 31–50 years". */
      readonly group: string;
      readonly note: string | null;
    };

const waiting = (reason: string) => ({ ok: false, reason }) as const;

/** Computes in the browser what the server will compute, from the same tables. */
export const previewTargets = (
  draft: ProfileDraft,
  today: LocalDate,
  overrides: TargetOverrides = {},
): TargetPreview => {
  const { birthDate, sex, standard } = draft;
  if (!isLocalDate(birthDate) || sex === null) return waiting("Birth date and sex decide the targets.");
  if (birthDate > today) return waiting("This birth date lies in the future.");
  const female = sex === "female";
  const lifeStage = female ? draft.lifeStage : "none";
  const menstruating = female ? draft.menstruating : null;
  const { hormonalContraception, hormoneTherapy, growthSpurt } = draft;
  const person: Profile = {
    birthDate,
    sex,
    lifeStage,
    menstruating,
    hormonalContraception,
    hormoneTherapy,
    growthSpurt,
  };
  const stage = lifeStageOf(person, today);
  if (!stage.ok) return waiting(stage.message);
  const allowance = draft.diet === "everything" ? "mixed" : "vegetarian";
  const targets = targetsFor(person, today, standard, overrides, { allowance });
  const { conditions, medicines } = draft;
  const age = ageOn(birthDate, today)?.years ?? null;
  return {
    ok: true,
    targets,
    gates: gatesFor({ conditions, medicines, age, lifeStage, menstruating, sex, diet: draft.diet }),
    // The tables name their groups by row; those of others than NASEM differ from one nutrient to the next.
    group: standard === "nasem" ? stage.group.label : (targets.magnesium.group?.label ?? stage.group.label),
    note: standard === "nasem" ? stage.note : null,
  };
};
