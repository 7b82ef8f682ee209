import { Card, CardBody } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

/** A card until what it shows is read: its title, and about its size. */
export const WaitingCard = ({ title, height }: { title: string; height: string }) => (
  <Card aria-busy>
    <CardBody>
      <h2 className="mb-3 font-semibold text-15 tracking-[-0.006em]">{title}</h2>
      <Skeleton className={height} />
    </CardBody>
  </Card>
);
