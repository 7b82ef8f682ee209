import { NUTRIENTS } from "../nutrients";
import { REFERENCE_NUTRIENTS } from "../reference-types";
import { poorAbsorption, poorPairing } from "./absorption-rules";
import { ALERT_RULES, type Alert, type AlertInput, type AlertRule, NO_EVIDENCE, safetyNote } from "./alert";
import { highUsualIntake, lowUsualIntake, notEnoughData, supplementAboveLimit } from "./intake-rules";

/** The few single days that are worth an alarm; never switched off, not for an infant either. */
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

/** Surer first, then the order of the rule. */
const bySureness = (alerts: readonly Alert[]): Alert[] =>
  alerts.toSorted((a, b) => sureness(b) - sureness(a));
const sureness = ({ evidence }: Alert): number => (evidence.probability === null ? -1 : evidence.probability);

/**
 * What is worth telling a person about a period, the most pressing first: every rule on ready-made results, none
 * beyond its evidence, all of them within what the person's conditions and age leave open. Same results, same
 * alerts; each key once.
 */
export const alertsFor = (input: AlertInput): readonly Alert[] => {
  const alerts = ALERT_RULES.flatMap((rule) => bySureness(RULES[rule](input)));
  return alerts.filter(({ key }, i) => alerts.findIndex((other) => other.key === key) === i);
};
