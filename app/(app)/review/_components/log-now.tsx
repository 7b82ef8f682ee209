"use client";

import type { ReactNode } from "react";
import { useToday } from "@/app/(app)/_features/diary";
import { useLog } from "@/app/(app)/_features/palette";
import { Button } from "@/components/ui/button";

/** Opens the palette at today. */
export const LogNow = ({ children }: { children: ReactNode }) => {
  const log = useLog();
  const today = useToday();
  return (
    <Button className="w-fit" onClick={() => log.open({ date: today })}>
      {children}
    </Button>
  );
};
