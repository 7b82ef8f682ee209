import "server-only";
import type { Viewer } from "../access";
import type { Words } from "./letters";

/** What the mail about a week says. */
export const reviewWords = async (
  _viewer: Viewer,
  _ownerId: string,
  week: string,
  _details: boolean,
): Promise<Words | null> => ({
  subject: "Your weekly review is ready",
  paragraphs: ["Your weekly review is ready."],
  items: [],
  path: `/alerts?week=${week}`,
  link: "Read it",
});
