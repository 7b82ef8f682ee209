import { contract } from "@/app/api/v1/_contract";
import { confirm } from "@/lib/access";
import { endpoint, ok, setSessionCookie, tryPassword } from "@/lib/http";

export const POST = endpoint(contract.confirmAccount, async ({ viewer, body }) => {
  const { sessionId, confirmedUntil } = await tryPassword(viewer, () => confirm(viewer, viewer.userId, body));
  await setSessionCookie(viewer.userId, sessionId);
  return ok({ confirmedUntil });
});
