import type { EntryView } from "../../diary/schemas";
import { MINERALS, sumMineral } from "../../nutrition";
import type { TargetsView } from "../../profile/schemas";
import type { MineralDay } from "./schemas";

/**
 * The six minerals of one day, in their fixed order, against the targets of the person.
 * @param scores whether shares of the targets may be shown.
 */
export const mineralDays = (
  targets: TargetsView,
  entries: readonly EntryView[],
  scores: boolean,
): MineralDay[] =>
  MINERALS.flatMap((mineral) => {
    const found = targets.items.find((item) => item.mineral === mineral);
    if (!found) return [];
    const { target, kind, ear, ul, ulScope, state } = found;
    const reference = { mineral, target, kind, ear, ul, ulScope, state, scores };
    return [{ ...reference, ...sumMineral(reference, entries) }];
  });
