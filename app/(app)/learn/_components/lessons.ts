import { MINERALS } from "@/lib/nutrition";
import type { Lesson } from "./lesson";
import { mineralLesson } from "./mineral-lessons";
import { THEME_LESSONS } from "./theme-lessons";

export const MINERAL_LESSONS: readonly Lesson[] = MINERALS.map(mineralLesson);

/** Every lesson, in the order they are read. */
export const LESSONS: readonly Lesson[] = [...MINERAL_LESSONS, ...THEME_LESSONS];

/** The lesson at an address, with its neighbours; null when there is none. */
export const lessonAt = (slug: string) => {
  const index = LESSONS.findIndex((lesson) => lesson.slug === slug);
  const lesson = LESSONS[index];
  return lesson === undefined
    ? null
    : { lesson, previous: LESSONS[index - 1] ?? null, next: LESSONS[index + 1] ?? null };
};
