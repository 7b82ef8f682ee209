"use client";

import { ScanBarcode } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { IconButton } from "@/components/ui/button";

const ScanDialog = dynamic(() => import("./scan-dialog").then((module) => module.ScanDialog), { ssr: false });

/** Opens the scanner, which passes on the first code it reads and closes. */
export const ScanButton = ({ onCode, className }: { onCode: (code: string) => void; className?: string }) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton
        label="Scan a barcode"
        size="l"
        onClick={() => setOpen(true)}
        {...(className && { className })}
      >
        <ScanBarcode size={20} strokeWidth={1.75} aria-hidden />
      </IconButton>
      {open && (
        <ScanDialog
          onClose={() => setOpen(false)}
          onCode={(code) => {
            setOpen(false);
            onCode(code);
          }}
        />
      )}
    </>
  );
};
