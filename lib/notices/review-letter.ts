import "server-only";
import type { Viewer } from "../access";
import type { AlertSettings } from "../insights/schemas";
import type { Words } from "./letters";
import { weeklyReview } from "./review";
import { wordsOfReview } from "./review-words";
import type { Week } from "./week";

/** What the mail about a week says, from what the diary says now; null when there is nothing to review. */
export const reviewWords = async (
  viewer: Viewer,
  ownerId: string,
  week: Week,
  settings: AlertSettings,
): Promise<Words | null> => wordsOfReview(await weeklyReview(viewer, ownerId, week), settings);
