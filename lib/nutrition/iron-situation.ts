import dri from "@/data/reference/dri.json";
import type { Profile } from "./life-stage";

/** How the iron requirement of a person differs from the one of their life-stage group (IOM 2001). */
export type IronSituation = {
  /** The group whose values hold; another than the person's where menstruation decides. */
  readonly group: string;
  /** EAR and RDA in place of the group's, mg a day; null where the group's hold. */
  readonly values: readonly number[] | null;
  /** The row of the values, when it is none of a group. */
  readonly row: string | null;
  /** What is added to EAR and RDA, mg a day. */
  readonly addsMg: number;
  readonly notes: readonly string[];
};

const { menarcheBefore14, growthSpurt, hormonalContraception, hormonalContraceptionOfGirls, hormoneTherapy } =
  dri.ironBySituation;

/** The group follows menstruation where it differs from what the age group assumes. */
const groupByMenstruation = (key: string, menstruating: boolean | null): string => {
  if (menstruating === false) {
    // IOM 2001: from 14 years the need is lower before menarche, without a figure; here that of girls of 9–13 is used.
    if (key === "female-14-18") return "female-9-13";
    if (key === "female-19-30" || key === "female-31-50") return "female-51-70";
  }
  if (menstruating === true && (key === "female-51-70" || key === "female-71-plus")) return "female-31-50";
  return key;
};

/**
 * The iron requirement of a girl or woman by what she says of menstruation, hormonal contraception, hormone therapy
 * and growth. Others, pregnancy and lactation keep their group's.
 * Source: IOM 2001, chapter 9 and Table 14-2 (`data/reference/dri.json`, `ironBySituation`).
 * @param key the person's life-stage group.
 */
export const ironSituationOf = (key: string, profile: Profile): IronSituation => {
  const same = { group: key, values: null, row: null, addsMg: 0, notes: [] };
  if (profile.lifeStage !== "none" || profile.sex !== "female") return same;
  const group = groupByMenstruation(key, profile.menstruating ?? null);
  const added = [
    ...(profile.menstruating === true && menarcheBefore14.groups.includes(key) ? [menarcheBefore14] : []),
    ...(profile.growthSpurt === true && growthSpurt.groups.includes(key) ? [growthSpurt] : []),
  ];
  const lessened = profile.hormonalContraception === true && hormonalContraception.groups.includes(group);
  const said = [
    ...(profile.hormonalContraception === true ? [hormonalContraceptionOfGirls] : []),
    ...(profile.hormoneTherapy === true ? [hormoneTherapy] : []),
  ].filter(({ groups }) => groups.includes(group));
  return {
    group,
    values: lessened ? hormonalContraception.values : null,
    row: lessened ? hormonalContraception.row : null,
    addsMg: added.reduce((sum, { adds }) => sum + adds, 0),
    notes: [...added, ...(lessened ? [hormonalContraception] : []), ...said].map(({ note }) => note),
  };
};
