import anz from "@/data/reference/anz.json";
import dach from "@/data/reference/dach.json";
import type { LocalDate } from "./dates";
import type { Profile, Standard } from "./life-stage";
import { MINERALS, type Mineral, NUTRIENTS } from "./nutrients";
import { efsaReference } from "./reference-efsa";
import { nasemReference } from "./reference-nasem";
import { type ReferenceTable, tableReference } from "./reference-table";
import type { DietAllowance, ReferenceIntake, ReferenceNutrient } from "./reference-types";

export type ReferenceOptions<A extends DietAllowance = DietAllowance> = {
  /** `vegetarian` multiplies iron's EAR and RDA or RDI by 1.8 where the authority says so (NASEM, ANZ); default `mixed`. */
  readonly allowance?: A;
  /** Phytate intake, mg a day, for the adult zinc of EFSA and D-A-CH; null or absent when unknown. */
  readonly phytateMg?: number | null;
};

/** Authorities whose tables have one shape. */
const TABLES: { readonly [S in Exclude<Standard, "nasem" | "efsa">]: ReferenceTable } = { anz, dach };

/**
 * The reference values of a nutrient for a person on a day.
 *
 * Sources: the DRI reports of IOM/NASEM 1997–2019 (`data/reference/dri.json`) and EFSA's opinions with the
 * upper limits of SCF and EFSA 2001–2024 (`data/reference/efsa.json`), and the tables named in {@link TABLES}.
 * @throws RangeError when a date is no calendar day or the phytate is negative or not finite.
 */
export function referenceIntake(
  nutrient: ReferenceNutrient,
  profile: Profile,
  onDate: LocalDate,
  standard: Standard,
  options?: ReferenceOptions<"mixed">,
): ReferenceIntake<"mixed">;
export function referenceIntake<A extends DietAllowance>(
  nutrient: ReferenceNutrient,
  profile: Profile,
  onDate: LocalDate,
  standard: Standard,
  options: ReferenceOptions<A>,
): ReferenceIntake<A>;
export function referenceIntake(
  nutrient: ReferenceNutrient,
  profile: Profile,
  onDate: LocalDate,
  standard: Standard,
  options: ReferenceOptions = {},
): ReferenceIntake {
  const allowance = options.allowance ?? "mixed";
  const phytateMg = options.phytateMg ?? null;
  if (phytateMg !== null && !(Number.isFinite(phytateMg) && phytateMg >= 0)) {
    throw new RangeError(`Phytate must be 0 mg or more, got ${phytateMg}`);
  }
  const published = (diet: DietAllowance) =>
    standard === "nasem"
      ? nasemReference(nutrient, profile, onDate, diet)
      : standard === "efsa"
        ? efsaReference(nutrient, profile, onDate, phytateMg, diet)
        : tableReference(TABLES[standard], nutrient, profile, onDate, phytateMg, diet);
  const found = published(allowance);
  const mixed = found.requirementFactor === 1 ? null : published("mixed");
  return {
    nutrient,
    unit: NUTRIENTS[nutrient].unit,
    standard,
    allowance,
    target: found.target,
    kind: found.kind,
    published: { target: found.target, kind: found.kind },
    ear: found.ear,
    ...(found.requirementCv === undefined ? {} : { requirementCv: found.requirementCv }),
    ul: found.ul,
    ulScope: found.ulScope,
    ulKind: found.upperLimit.kind,
    ulSource: found.upperLimit.source,
    ulYear: found.upperLimit.year,
    group: found.group,
    row: found.row,
    requirementFactor: found.requirementFactor,
    requirementAdds: found.requirementAdds ?? 0,
    withoutAllowance: mixed && { target: mixed.target, ear: mixed.ear },
    source: found.source,
    year: found.year,
    note: found.notes.length > 0 ? found.notes.join(" ") : null,
  };
}

/** A person's own target for a mineral, per day in its unit, with the reason they gave. */
export type TargetOverride = { readonly target: number; readonly reason: string };
export type TargetOverrides = { readonly [M in Mineral]?: TargetOverride };
export type Targets<A extends DietAllowance = DietAllowance> = {
  readonly [M in Mineral]: ReferenceIntake<A>;
};

/** A reference with the person's own target; EAR and upper limit stay as published. */
const withOverride = <A extends DietAllowance>(
  reference: ReferenceIntake<A>,
  override: TargetOverride | undefined,
): ReferenceIntake<A> => {
  if (!override) return reference;
  if (!(Number.isFinite(override.target) && override.target > 0)) {
    throw new RangeError(`A target must be above 0, got ${override.target}`);
  }
  return { ...reference, target: override.target, kind: "custom", note: override.reason };
};

/**
 * Targets of the six minerals for a person on a day, with personal overrides.
 * @throws RangeError when a date is no calendar day or an override is not above 0.
 */
export const targetsFor = <A extends DietAllowance = "mixed">(
  profile: Profile,
  onDate: LocalDate,
  standard: Standard,
  overrides: TargetOverrides = {},
  options: ReferenceOptions<A> = {},
): Targets<A> =>
  Object.fromEntries(
    MINERALS.map((mineral) => [
      mineral,
      withOverride(referenceIntake(mineral, profile, onDate, standard, options), overrides[mineral]),
    ]),
  ) as Targets<A>;
