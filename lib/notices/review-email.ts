import "server-only";
import type { Viewer } from "../access";
import type { AlertSettings } from "../insights/schemas";
import type { Week } from "../time";
import type { Words } from "./email-content";
import { weeklyReview } from "./review";
import { wordsOfReview } from "./review-words";

/** What the mail about a week says, from what the diary says now; null when there is nothing to review. */
export const reviewWords = async (
  viewer: Viewer,
  ownerId: string,
  week: Week,
  settings: AlertSettings,
): Promise<Words | null> => wordsOfReview(await weeklyReview(viewer, ownerId, week), settings);
