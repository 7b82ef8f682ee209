"use client";

import { ScanBarcode } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { IconButton } from "@/components/ui/button";

const ScanDialog = dynamic(() => import("./scan-dialog").then((module) => module.ScanDialog), { ssr: false });

type ScanButtonProps = {
  onCode: (code: string) => void;
  /** What a barcode is read from at once: the camera, or a picture that was shared; nothing until it is pressed. */
  from?: "camera" | "picture" | undefined;
  className?: string;
};

/** Opens the scanner, which passes on the first code it reads and closes. */
export const ScanButton = ({ onCode, from, className }: ScanButtonProps) => {
  const [open, setOpen] = useState(from !== undefined);
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
          shared={from === "picture"}
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
