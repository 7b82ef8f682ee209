import type { ReactNode } from "react";
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
