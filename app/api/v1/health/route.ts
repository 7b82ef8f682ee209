import { endpoint, ok } from "@/lib/http";
import { contract } from "../_contract";

export const dynamic = "force-dynamic";

export const GET = endpoint(contract.getHealth, async () => ok({ status: "ok" }));
