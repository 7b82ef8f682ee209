import { callAs } from "./call";
import { type Cast, type Ids, makeCast, plant } from "./cast";

/** Everybody who asks, and one of everything of the owner's. */
export const setStage = async (): Promise<{ cast: Cast; owned: Ids; ownerId: string }> => {
  const cast = await makeCast();
  const ownerId = cast.owner.userId ?? "";
  const owned = await plant(ownerId, async (method, target, body) => {
    const { status, text } = await callAs(cast.owner, method, `/api/v1${target}`, body);
    if (status >= 300) throw new Error(`${method} ${target}: ${status} ${text}`);
    return JSON.parse(text);
  });
  return { cast, owned, ownerId };
};
