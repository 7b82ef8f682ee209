import { vi } from "vitest";

/**
 * The server actions of the diary, none of which reaches a server. A test replaces the real ones with
 * `vi.mock("@/app/(app)/diary/actions", async () => (await import("../diary-actions")).diaryActions)`.
 */
export const diaryActions = {
  putEntry: vi.fn(),
  removeEntry: vi.fn(),
  restoreEntry: vi.fn(),
  moveEntry: vi.fn(),
  changeEntries: vi.fn(),
  setDayMark: vi.fn(),
  readPalette: vi.fn(),
  readDayMinerals: vi.fn(),
  findFoods: vi.fn(),
  findFood: vi.fn(),
};
