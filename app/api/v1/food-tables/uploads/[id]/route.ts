import { uploadTableFile } from "@/lib/foodtables";
import { endpoint, nothing } from "@/lib/http";
import { contract } from "../../../_contract";

export const PUT = endpoint(contract.uploadFoodTable, async ({ viewer, params, query, request }) => {
  await uploadTableFile(viewer, params.id, query.name, request.body);
  return nothing;
});
