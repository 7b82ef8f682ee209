import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { vi } from "vitest";
import { closeDatabase } from "@/app/(app)/_features/offline/database";
import { setQueueState } from "@/app/(app)/_features/offline/queue-state";

/**
 * The server actions of the diary, none of which reaches a server. A test replaces the real ones with
 * `vi.mock("@/app/(app)/diary/actions", async () => (await import("../diary-actions")).diaryActions)`.
 */
export const diaryActions = {
  readPalette: vi.fn(),
  readDayMinerals: vi.fn(),
  findFoods: vi.fn(),
  findFood: vi.fn(),
};

type Answer = { ok: true } | { ok: false; error: { code: string; message: string } };
const write = <T>() => vi.fn<(input: T) => Promise<Answer>>();

/** The writes of the diary, as the API is asked for them by the queue. */
export const diaryWrites = {
  putEntry: write<{ id: string; entry: Record<string, unknown> }>(),
  removeEntry: write<{ id: string }>(),
  /** A batch of several changes, or of one that is no move. */
  changeEntries: write<{ changes: readonly Record<string, unknown>[] }>(),
  moveEntry: write<{ id: string; date: string; meal: string }>(),
  logDose: write<{ id: string; date: string; slot: number; count: number }>(),
  setDayMark: write<{ date: string; mark: string | null }>(),
};

const toWrite = (method: string, path: string, body: Record<string, unknown>): Promise<Answer> => {
  const [, kind, id = "", , date = "", slot] = path.replace("/api/v1", "").split("/");
  if (kind === "supplements")
    return diaryWrites.logDose({ id, date, slot: Number(slot), count: body.count as number });
  if (kind === "days") return diaryWrites.setDayMark({ date: id, mark: body.mark as string | null });
  if (id === "batch") {
    const changes = body.changes as readonly Record<string, unknown>[];
    const [only] = changes;
    if (changes.length > 1 || only?.op !== "move") return diaryWrites.changeEntries({ changes });
    return diaryWrites.moveEntry(only as { id: string; date: string; meal: string });
  }
  return method === "DELETE" ? diaryWrites.removeEntry({ id }) : diaryWrites.putEntry({ id, entry: body });
};

/** Begins with an empty queue and a server that takes every write. Call it before each test. */
export const serveDiary = async (): Promise<void> => {
  await closeDatabase();
  globalThis.indexedDB = new IDBFactory();
  setQueueState({ items: [], answered: [], others: 0, online: true, signedOut: false, lost: null });
  for (const each of Object.values(diaryWrites)) each.mockReset().mockResolvedValue({ ok: true });
  vi.stubGlobal("fetch", async (path: string, { method = "GET", body }: RequestInit = {}) => {
    const answer = await toWrite(method, path, typeof body === "string" ? JSON.parse(body) : {});
    return answer.ok ? Response.json({}) : Response.json({ error: answer.error }, { status: 409 });
  });
};
