"use client";

import { useSignOut } from "@/app/(app)/_features/shell";
import { Button } from "@/components/ui/button";

/** Signs this browser out. */
export const SignOutButton = () => {
  const { leave, leaving, dialog } = useSignOut();
  return (
    <>
      <Button onClick={leave} aria-disabled={leaving}>
        {leaving ? "Signing out…" : "Sign out"}
      </Button>
      {dialog}
    </>
  );
};
