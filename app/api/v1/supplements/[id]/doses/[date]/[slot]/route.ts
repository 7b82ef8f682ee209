import { contract } from "@/app/api/v1/_contract";
import { deleteDose, takeDose } from "@/lib/diary";
import { created, endpoint, nothing, ok } from "@/lib/http";

export const PUT = endpoint(contract.takeDose, async ({ viewer, params, body, expected }) => {
  const { id: supplement, date, slot } = params;
  const result = await takeDose(viewer, viewer.userId, { supplement, date, slot }, body, expected);
  return result.created ? created(result.entry) : ok(result.entry);
});

export const DELETE = endpoint(contract.deleteDose, async ({ viewer, params, expected }) => {
  const { id: supplement, date, slot } = params;
  await deleteDose(viewer, viewer.userId, { supplement, date, slot }, expected);
  return nothing;
});
