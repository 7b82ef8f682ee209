import type { ComponentProps, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";

/** One card of the settings: what it is about, a sentence on it, and its controls. */
export const Section = ({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) => (
  <Card aria-labelledby={id}>
    <CardHeader id={id} title={title} />
    <CardBody className="grid grid-cols-[minmax(0,1fr)] gap-5">
      {lead !== undefined && <p className="-mt-2 max-w-[68ch] text-13 text-ink-2">{lead}</p>}
      {children}
    </CardBody>
  </Card>
);

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
