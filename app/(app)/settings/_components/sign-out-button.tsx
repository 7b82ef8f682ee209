"use client";

import { useState, useTransition } from "react";
import { signOut } from "@/app/_auth/client";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";

/** Signs this browser out. */
export const SignOutButton = () => {
  const [pending, start] = useTransition();
  const [leaving, setLeaving] = useState(false);
  const busy = pending || leaving;
  const leave = () =>
    start(async () => {
      if (busy) return;
      const outcome = await signOut();
      if (!outcome.ok) return void showToast(outcome.message);
      setLeaving(true);
      window.location.assign("/");
    });
  return (
    <Button onClick={leave} aria-disabled={busy}>
      {busy ? "Signing out…" : "Sign out"}
    </Button>
  );
};
