import { Suspense } from "react";
import { LeftOut } from "@/components/nutrition/left-out";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { requireViewer } from "@/lib/http";
import { bestSourcesBoth } from "@/lib/insights";
import type { BestSourcesView } from "@/lib/insights/schemas";
import type { Mineral } from "@/lib/nutrition";
import { BestSourcesList } from "./later";
import { notOfferedWords } from "./source-words";

const SHOWN = 8;
const HEADING = "best-sources";

/** Which foods hold most of the mineral, of those the person eats. Comes after the page, which does not wait for it. */
export const BestSourcesCard = ({ mineral }: { mineral: Mineral }) => (
  <Card aria-labelledby={HEADING}>
    <Suspense
      fallback={
        <>
          <CardHeader id={HEADING} title="Best sources" />
          <CardBody>
            <Skeleton className="h-[420px]" />
          </CardBody>
        </>
      }
    >
      <Lists mineral={mineral} />
    </Suspense>
  </Card>
);

const Lists = async ({ mineral }: { mineral: Mineral }) => {
  const viewer = await requireViewer();
  const lists = await bestSourcesBoth(viewer, viewer.userId, mineral, SHOWN);
  return lists.portion.offered ? (
    <>
      <BestSourcesList lists={lists} headingId={HEADING} />
      {lists.portion.leftOut.length > 0 && (
        <CardBody className="pt-0">
          <LeftOut texts={lists.portion.leftOut} />
        </CardBody>
      )}
    </>
  ) : (
    <>
      <CardHeader id={HEADING} title="Best sources" />
      <CardBody className="pt-2">
        <NotOffered view={lists.portion} />
      </CardBody>
    </>
  );
};

/** Why there is no list, in the words of the conditions that ask for that. */
export const NotOffered = ({ view: { mineral, reasons } }: { view: BestSourcesView }) => (
  <div className="grid gap-2 text-13 text-ink-2">
    <p>{notOfferedWords(mineral)}</p>
    {reasons.map((reason) => (
      <p key={reason}>{reason}</p>
    ))}
  </div>
);
