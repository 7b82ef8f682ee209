import { notFound } from "next/navigation";
import { orNotFound } from "@/app/(app)/_features/food";
import type { Viewer } from "@/lib/access";
import { getRecipe } from "@/lib/foods";
import { type RecipeView, recipeId } from "@/lib/foods/schemas";
import "server-only";
import { viewerGates } from "@/app/(app)/_features/server";
import { requireViewer } from "@/lib/http";
import { MINERALS } from "@/lib/nutrition";
import { getTargets } from "@/lib/profile";
import type { MineralTargets } from "./serving-table";

/** The recipe of a page's address; the not-found page where there is none. */
export const findRecipe = async (viewer: Viewer, segment: string): Promise<RecipeView> => {
  const id = recipeId.safeParse(segment);
  return id.success ? orNotFound(getRecipe(viewer, viewer.userId, id.data)) : notFound();
};

/** The target of each mineral; null where there is none, and where scores are hidden. */
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
