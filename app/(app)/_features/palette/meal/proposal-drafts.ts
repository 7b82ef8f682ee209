import type { NewEntry, When } from "@/app/(app)/_features/diary";
import { draftEntry, NO_EXTRAS, newId } from "@/app/(app)/_features/diary";
import { isReady, type Proposal } from "./meal-proposal";

/** The ready items of a proposal as new entries. */
export const draftsOf = ({ items }: Proposal, when: When): NewEntry[] =>
  items.filter(isReady).flatMap(({ food, choice, preparation }) =>
    choice === null
      ? []
      : [
          draftEntry({
            id: newId(),
            ...when,
            food: { ...food, name: food.listName },
            choice,
            extras: { ...NO_EXTRAS, preparation },
          }),
        ],
  );
