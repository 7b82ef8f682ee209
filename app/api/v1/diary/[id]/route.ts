import { contract } from "@/app/api/v1/_contract";
import { deleteEntry, getEntry, putEntry } from "@/lib/diary";
import { created, endpoint, nothing, ok } from "@/lib/http";

export const GET = endpoint(contract.getEntry, async ({ viewer, params }) =>
  ok(await getEntry(viewer, viewer.userId, params.id)),
);

export const PUT = endpoint(contract.putEntry, async ({ viewer, params, body, expected }) => {
  const result = await putEntry(viewer, viewer.userId, params.id, body, expected);
  return result.created ? created(result.entry) : ok(result.entry);
});

export const DELETE = endpoint(contract.deleteEntry, async ({ viewer, params, expected }) => {
  await deleteEntry(viewer, viewer.userId, params.id, expected);
  return nothing;
});
