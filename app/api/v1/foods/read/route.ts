import { contract } from "@/app/api/v1/_contract";
import { readLine } from "@/lib/foods";
import { endpoint, ok } from "@/lib/http";
import { getProfile } from "@/lib/profile";

export const POST = endpoint(contract.readLine, async ({ viewer, body }) => {
  const { units } = await getProfile(viewer, viewer.userId);
  return ok(await readLine(viewer, viewer.userId, body.text, units));
});
