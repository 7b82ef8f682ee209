import { MEALS, type Meal } from "@/lib/diary/client";

/** Takes a meal command (/b /l /d /s) out of what was typed; `meal` is null when there is none. */
export const takeMeal = (typed: string): { meal: Meal | null; text: string } => {
  const command = /(^|\s)\/([blds])(?=\s|$)\s?/i.exec(typed);
  if (!command) return { meal: null, text: typed };
  const letter = (command[2] as string).toLowerCase();
  const meal = MEALS.find((name) => name.startsWith(letter)) ?? null;
  return {
    meal,
    text: typed.slice(0, command.index) + (command[1] ?? "") + typed.slice(command.index + command[0].length),
  };
};

/** Pasted lines as one: each is a food of its own, without the sign of its list. */
export const inOneLine = (pasted: string): string =>
  pasted
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.replace(/^\s*(?:[-–—*•·‣▪●◦]\s+)?/u, "").trim())
    .filter((line) => line !== "")
    .join("; ");
