import { NUTRIENTS } from "../nutrients";
import { REFERENCE_NUTRIENTS } from "../reference-types";
import { poorAbsorption, poorPairing } from "./absorption-rules";
import { ALERT_RULES, type Alert, type AlertInput, type AlertRule, NO_EVIDENCE, safetyNote } from "./alert";
import { highUsualIntake, lowUsualIntake, notEnoughData, supplementAboveLimit } from "./intake-rules";

/** Alarms for single days. No condition or age switches them off. */
const singleDayAlarm = ({ alarms }: AlertInput): Alert[] =>
  alarms.map((alarm) => ({
    key: `single-day-alarm:${alarm.code}:${alarm.date}`,
    rule: "single-day-alarm",
    nutrients: REFERENCE_NUTRIENTS.filter((nutrient) => nutrient === alarm.nutrient),
    finding: alarm.text,
    evidence: {
      ...NO_EVIDENCE,
      unit: NUTRIENTS[alarm.nutrient].unit,
      detail: { kind: "day", date: alarm.date, amount: alarm.amount, level: alarm.level },
    },
    gut: [],
    eat: { suggestFor: null, notes: [] },
    careful: [safetyNote(alarm)],
    notMeaning: null,
    furtherDays: null,
  }));

const RULES: { readonly [R in AlertRule]: (input: AlertInput) => Alert[] } = {
  "single-day-alarm": singleDayAlarm,
  "supplement-above-limit": supplementAboveLimit,
  "high-usual-intake": highUsualIntake,
  "low-usual-intake": lowUsualIntake,
  "poor-pairing": poorPairing,
  "poor-absorption": poorAbsorption,
  "not-enough-data": notEnoughData,
};

/** Sorted by probability, highest first; equal ones keep the order of the rules. */
const bySureness = (alerts: readonly Alert[]): Alert[] =>
  alerts.toSorted((a, b) => sureness(b) - sureness(a));
const sureness = ({ evidence }: Alert): number => (evidence.probability === null ? -1 : evidence.probability);

/**
 * The alerts of a person for a period, most urgent first. The rules take computed results, and the person's gates
 * apply. Deterministic; each key occurs once.
 */
export const alertsFor = (input: AlertInput): readonly Alert[] => {
  const alerts = ALERT_RULES.flatMap((rule) => bySureness(RULES[rule](input)));
  return alerts.filter(({ key }, i) => alerts.findIndex((other) => other.key === key) === i);
};
