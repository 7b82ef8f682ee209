"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { useDiary } from "../../_components/diary-provider";
import { useLog } from "../../_components/log-host";

/** Opens the palette at today. */
export const LogNow = ({ children }: { children: ReactNode }) => {
  const log = useLog();
  const { today } = useDiary();
  return (
    <Button className="w-fit" onClick={() => log.open({ date: today })}>
      {children}
    </Button>
  );
};
