import { MINERALS } from "@/lib/nutrition";
import type { TargetsView } from "@/lib/profile/schemas";
import type { MineralTargets } from "./serving-table";

/** The day's target of each mineral; null where there is none. */
export const targetsByMineral = ({ items }: TargetsView): MineralTargets =>
  Object.fromEntries(
    MINERALS.map((mineral) => [mineral, items.find((item) => item.mineral === mineral)?.target ?? null]),
  ) as MineralTargets;
