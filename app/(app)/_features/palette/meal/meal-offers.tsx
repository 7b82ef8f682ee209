"use client";

import { CornerDownLeft } from "lucide-react";
import type { When } from "@/app/(app)/_features/diary";
import { dayWords, useDiaryActions, useDiaryState, useShownDay, useToday } from "@/app/(app)/_features/diary";
import { SixUp } from "@/components/nutrition/six-up";
import type { FoodEntry, RepeatView } from "@/lib/diary/schemas";
import { capitalise, countNoun, formatDate, formatDayName } from "@/lib/format";
import { addDaysWithin, composition, MINERALS, type Mineral, totalOf } from "@/lib/nutrition";

type Offer = { readonly title: string; readonly entries: readonly FoodEntry[]; readonly detail?: string };

/** A meal that can be logged again: "Usual breakfast", "Yesterday’s breakfast", "Tuesday’s dinner". */
const getMealOffers = (repeat: RepeatView, { date, meal }: When, today: string, begun: boolean): Offer[] => {
  const usual = repeat.usual.find((each) => each.meal === meal);
  const yesterday = repeat.yesterday.filter((entry) => entry.meal === meal);
  return [
    ...(usual && !begun
      ? [
          {
            title: `Usual ${meal}`,
            entries: usual.entries,
            ...(usual.gone.length > 0 && { detail: `without ${usual.gone.join(", ")}, deleted since` }),
          },
        ]
      : []),
    ...(yesterday.length > 0
      ? [
          {
            title: date === today ? `Yesterday’s ${meal}` : `${capitalise(meal)} of the day before`,
            entries: yesterday,
          },
        ]
      : []),
    ...repeat.past
      .filter((each) => each.meal === meal)
      .map((each) => ({
        // Beyond a week a weekday would be ambiguous.
        title:
          each.date <= today && each.date > addDaysWithin(today, -7)
            ? `${formatDayName(each.date, today)}’s ${meal}`
            : `${capitalise(meal)} of ${formatDate(each.date, "short")}`,
        entries: each.entries,
      })),
  ];
};

type MealOffersProps = {
  repeat: RepeatView | null;
  when: When;
  targets: { readonly [M in Mineral]: number | null };
  onAdded: () => void;
};

/** Whole meals that were eaten before, each logged with one tap. */
export const MealOffers = ({ repeat, when, targets, onAdded }: MealOffersProps) => {
  const { copyAll } = useDiaryActions();
  const { pending } = useDiaryState();
  const today = useToday();
  const shownDay = useShownDay();
  if (!repeat || repeat.date !== when.date) return null;
  const added = pending.some(
    (change) =>
      change.kind === "batch" &&
      change.steps.some(
        (step) => step.kind === "copy" && step.after.date === when.date && step.after.meal === when.meal,
      ),
  );
  const shown =
    shownDay?.date === when.date ? shownDay.meals.find(({ meal }) => meal === when.meal) : undefined;
  const begun = added || (shown ? shown.entries.length > 0 : repeat.begun.includes(when.meal));
  const offers = getMealOffers(repeat, when, today, begun);
  if (offers.length === 0) return null;
  const day = when.date === today ? "" : `, ${dayWords(when.date, today)}`;
  return (
    <section aria-label="Meals you repeat">
      <p aria-hidden className="px-3 pt-2.5 pb-1.5 font-medium text-12 text-ink-3">
        Meals you repeat
      </p>
      {offers.map(({ title, entries, detail }) => {
        const totals = MINERALS.map((mineral) => ({
          mineral,
          total: totalOf(
            mineral,
            entries.map(({ nutrients }) => composition(nutrients)),
            entries.map(({ lowerBounds }) => lowerBounds),
          ),
        }));
        return (
          <button
            key={title}
            type="button"
            aria-label={`Add ${title} to ${when.meal}${day}: ${entries.map(({ name }) => name).join(", ")}`}
            onClick={() => {
              copyAll(entries, when, `${title} added${day}`);
              onAdded();
            }}
            className="group grid min-h-[52px] w-full cursor-pointer grid-cols-[minmax(0,1fr)_auto_20px] items-center gap-3 rounded-md py-2 pr-2.5 pl-3 text-left hover:bg-hover phone:grid-cols-[minmax(0,1fr)_auto]"
          >
            <span className="min-w-0">
              <span className="block font-medium">{title}</span>
              <span className="block truncate text-13 text-ink-2">
                {countNoun(entries.length, "food")}: {entries.map(({ name }) => name).join(", ")}
              </span>
              {detail !== undefined && <span className="block text-13 text-ink-3">{detail}</span>}
            </span>
            <SixUp
              amounts={
                Object.fromEntries(totals.map(({ mineral, total }) => [mineral, total.amount])) as never
              }
              lowerBounds={totals.flatMap(({ mineral, total }) =>
                total.amount !== null && total.known < total.entries ? [mineral] : [],
              )}
              targets={targets}
            />
            <CornerDownLeft
              size={16}
              strokeWidth={1.75}
              aria-hidden
              className="invisible text-ink-2 group-focus-visible:visible phone:hidden"
            />
          </button>
        );
      })}
    </section>
  );
};
