import type { AlertType } from "@/lib/insights/schemas";

/** How each kind of alert is called, and what it says. */
export const ALERT_TYPE_WORDS: { readonly [T in AlertType]: { label: string; about: string } } = {
  day: { label: "Safety alarms", about: "A single day with far more of something than is safe." },
  limit: { label: "Upper limits", about: "Usual intake, or supplements alone, above an upper limit." },
  intake: { label: "Low intake", about: "Usual intake that is probably below your need." },
  pairing: {
    label: "Pairing",
    about: "Supplements and medicines that want distance, and what comes with meals that bring iron.",
  },
  absorption: { label: "Absorption", about: "Phytate beside zinc, and oxalate beside calcium." },
  data: { label: "Missing data", about: "What is needed before something can be said." },
};

export const WEEKDAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

/** "07:00" */
export const hourWords = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;
