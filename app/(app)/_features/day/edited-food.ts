import { findFood } from "@/app/(app)/diary/actions";
import { type FoodDescriptor, preparationsFor } from "@/lib/nutrition";
import { findInTables, type LoggableFood, type OfferedPreparation } from "../food";
import { serverOrCopy } from "../offline";

/** What the dialog that changes an entry asks of its food. */
export type EditedFood = Pick<LoggableFood, "portions" | "per100g" | "lowerBounds"> & {
  readonly described: FoodDescriptor;
  readonly preparations: readonly OfferedPreparation[];
  /** What a typical dish is made of; null for every other food, and without the server. */
  readonly dish: {
    readonly grams: number;
    readonly ingredients: readonly { readonly name: string; readonly grams: number }[];
  } | null;
};

const fromServer = async (food: string): Promise<EditedFood | "gone"> => {
  const answer = await findFood({ food });
  if (answer.ok) return answer.value;
  if (answer.error.code === "not_found") return "gone";
  throw new Error(answer.error.message);
};

type LocalFood = Pick<LoggableFood, "portions" | "per100g" | "lowerBounds"> & {
  readonly described: FoodDescriptor;
};

const offered = ({ described, ...food }: LocalFood): EditedFood => ({
  ...food,
  described,
  preparations: preparationsFor(described).map(({ id, label, detail }) => ({ id, label, detail })),
  dish: null,
});

/**
 * The food of an entry, from the server; without it from this device: one's own from the copy, every other from the
 * table that the browser has.
 * @returns "gone" for one that was deleted since.
 * @throws Error when neither has it.
 */
export const loadEditedFood = (food: string): Promise<EditedFood | "gone"> =>
  serverOrCopy<EditedFood | "gone">(
    () => fromServer(food),
    async ({ readCopy, ownOf }) => {
      const copy = await readCopy();
      if (copy === null) return null;
      const own = ownOf(copy, food);
      // The name that a person gave a food tells nothing of how it is prepared.
      if (own) return offered({ ...own, described: { name: own.name, group: "own" } });
      const found = await findInTables(copy.frame.catalogue, food);
      return found?.described ? offered({ ...found, described: found.described }) : null;
    },
  );
