import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";

/** The button that saves a form, and beside it whether that has happened. */
export const SaveRow = ({
  button,
  pending,
  saved,
  label = "Save",
}: {
  button: ComponentProps<"button">;
  pending: boolean;
  saved: boolean;
  label?: string;
}) => (
  <div className="flex items-center gap-3">
    <Button {...button} variant="primary">
      {pending ? "Saving…" : label}
    </Button>
    <p role="status" className="text-13 text-ink-2">
      {saved && !pending && "Saved."}
    </p>
  </div>
);
