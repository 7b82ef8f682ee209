"use client";

import { type ReactNode, useState } from "react";
import { signOut } from "@/app/_auth/client";
import { onDemand } from "@/components/ui/on-demand";
import { showToast } from "@/components/ui/toast";
import { getQueue, leaveAccount, leaveDevice } from "../offline";

const LeaveDialog = onDemand(() => import("./leave-dialog").then((module) => module.LeaveDialog));

/**
 * Signs this browser out; asks first while writes wait that the server does not have.
 * @param sample whether the account is a sample, which cannot be signed in to again.
 * @returns `dialog` has to be drawn.
 */
export const useSignOut = (
  sample = false,
): { readonly leave: () => void; readonly leaving: boolean; readonly dialog: ReactNode } => {
  const [leaving, setLeaving] = useState(false);
  const [asking, setAsking] = useState(false);
  const go = async () => {
    if (leaving) return;
    setAsking(false);
    setLeaving(true);
    const outcome = await signOut();
    if (outcome.ok) {
      await Promise.allSettled([leaveAccount(sample), leaveDevice()]);
      return window.location.assign("/");
    }
    setLeaving(false);
    showToast(outcome.message);
  };
  return {
    leave: () => {
      if (getQueue().items.length > 0) setAsking(true);
      else void go();
    },
    leaving,
    dialog: asking && <LeaveDialog sample={sample} onLeave={go} onClose={() => setAsking(false)} />,
  };
};
