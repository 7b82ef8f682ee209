import type { ReactNode } from "react";
import { Card, CardBody } from "@/components/ui/card";
import { ButtonLink } from "./button";
import { Skeleton } from "./skeleton";

/** The state of an empty list: what it will show, and one action. */
export const EmptyState = ({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) => (
  <div className="grid justify-items-center gap-1 px-5 py-10 text-center">
    <p className="font-medium text-15">{title}</p>
    {children !== undefined && <div className="max-w-[46ch] text-13 text-ink-2">{children}</div>}
    {action !== undefined && <div className="mt-3">{action}</div>}
  </div>
);

/** A card until what it shows is read: its title, and about its size. */
export const WaitingCard = ({ title, height }: { title: string; height: string }) => (
  <Card aria-busy>
    <CardBody>
      <h2 className="mb-3 font-semibold text-15 tracking-[-0.006em]">{title}</h2>
      <Skeleton className={height} />
    </CardBody>
  </Card>
);

/** The message for an unknown address; the page around it has the landmark. */
export const NothingHere = () => (
  <div className="mx-auto grid w-full max-w-[560px] justify-items-start gap-4 pt-16 pb-16">
    <h1 className="font-semibold text-28 tracking-[-0.02em]">There is nothing here</h1>
    <p className="text-15 text-ink-2">
      The address leads nowhere, or to something that belongs to somebody else.
    </p>
    <ButtonLink href="/today" variant="primary" size="l">
      Go to today
    </ButtonLink>
  </div>
);
