"use client";

import { Printer } from "lucide-react";
import { IconButton } from "../ui/button";

/** Opens the browser's print dialog for the page as it is. */
export const PrintButton = () => (
  <IconButton label="Print this page" variant="default" onClick={() => window.print()}>
    <Printer size={16} strokeWidth={1.75} aria-hidden />
  </IconButton>
);
