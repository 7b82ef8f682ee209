import { endpoint, ok } from "@/lib/http";
import { getProfile, updateProfile } from "@/lib/profile";
import { contract } from "../_contract";

export const GET = endpoint(contract.getProfile, async ({ viewer }) =>
  ok(await getProfile(viewer, viewer.userId)),
);

export const PUT = endpoint(contract.putProfile, async ({ viewer, body, expected }) =>
  ok(await updateProfile(viewer, viewer.userId, body, expected)),
);
