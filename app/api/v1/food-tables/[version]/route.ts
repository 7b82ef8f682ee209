import { removeFoodTable } from "@/lib/foodtables";
import { endpoint, nothing } from "@/lib/http";
import { contract } from "../../_contract";

export const DELETE = endpoint(contract.removeFoodTable, async ({ viewer, params }) => {
  await removeFoodTable(viewer, params.version);
  return nothing;
});
