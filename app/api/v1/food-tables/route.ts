import { addFoodTable, listFoodTables } from "@/lib/foodtables";
import { created, endpoint, ok } from "@/lib/http";
import { contract } from "../_contract";

export const GET = endpoint(contract.listFoodTables, async ({ viewer }) =>
  ok({ items: await listFoodTables(viewer), nextCursor: null }),
);

export const POST = endpoint(contract.addFoodTable, async ({ viewer, body }) => {
  const added = await addFoodTable(viewer, body);
  return added.isNew ? created(added) : ok(added);
});
