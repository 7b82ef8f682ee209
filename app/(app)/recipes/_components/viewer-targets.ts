import "server-only";
import { viewerGates } from "@/app/(app)/_features/server";
import { requireViewer } from "@/lib/http";
import { MINERALS } from "@/lib/nutrition";
import { getTargets } from "@/lib/profile";
import type { MineralTargets } from "./serving-table";

/** The target of each mineral to show shares of; null where there is none, and for whom scores are hidden. */
export const viewerTargets = async (): Promise<MineralTargets> => {
  const viewer = await requireViewer();
  const [{ items }, { hideScores }] = await Promise.all([getTargets(viewer, viewer.userId), viewerGates()]);
  return Object.fromEntries(
    MINERALS.map((mineral) => [
      mineral,
      hideScores ? null : (items.find((item) => item.mineral === mineral)?.target ?? null),
    ]),
  ) as MineralTargets;
};
