import { readinessProblem } from "@/lib/health";
import { endpoint, ok } from "@/lib/http";
import { contract } from "../_contract";

export const dynamic = "force-dynamic";

export const GET = endpoint(contract.getReady, async () => {
  const reason = await readinessProblem();
  return reason === null ? ok({ status: "ready" }) : { status: 503, body: { status: "not ready", reason } };
});
