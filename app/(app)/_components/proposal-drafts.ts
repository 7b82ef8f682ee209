import type { NewEntry } from "./batch-change";
import { draftEntry } from "./entry-draft";
import { NO_EXTRAS } from "./entry-of";
import { isReady, type Proposal } from "./meal-proposal";
import { newId } from "./new-id";
import type { When } from "./palette-when";

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
