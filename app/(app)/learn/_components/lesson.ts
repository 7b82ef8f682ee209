import type { Gates, Mineral } from "@/lib/nutrition";

/** A part of a lesson: statements from the evidence table, each with its grade and sources. */
export type Part = {
  readonly title: string;
  /** What is often read, in the words of such articles. */
  readonly said?: string;
  /** How far the evidence carries what is said; required with `said`. */
  readonly verdict?: string;
  /** Ids of claims, in the order shown. */
  readonly claims: readonly string[];
};

export type Link = { readonly href: string; readonly text: string };

/** A lesson's one line for a person: none where nothing may be said of its mineral. */
export const summaryFor = (
  { mineral, summary }: Lesson,
  { noComparison }: Pick<Gates, "noComparison">,
): string =>
  mineral !== undefined && noComparison.has(mineral)
    ? "Left out because of a condition in your profile"
    : summary;

/** A short page on one theme. */
export type Lesson = {
  readonly slug: string;
  readonly title: string;
  /** One line for the list and under the title. */
  readonly summary: string;
  readonly mineral?: Mineral;
  readonly parts: readonly Part[];
  /** Where the person's own numbers on this are. */
  readonly yours: readonly Link[];
  /** A table or notice that belongs to this page alone. */
  readonly extra?: "milling" | "red-flags" | "preparations";
};
