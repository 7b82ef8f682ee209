import { PageHeader } from "@/components/layout/page-header";
import { Card, CardHeader } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

/** The frame of a day, until its entries are read. */
export const DaySkeleton = ({ title }: { title: string }) => (
  <>
    <PageHeader title={title} />
    <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_344px] phone:gap-3.5" aria-busy>
      <Card className="h-[500px]">
        <CardHeader title="Minerals so far" />
        <div className="grid gap-7 px-5 pt-8">
          {[1, 2, 3, 4, 5, 6].map((row) => (
            <Skeleton key={row} className="h-10" />
          ))}
        </div>
      </Card>
      <Skeleton className="h-[500px]" />
    </div>
    <Skeleton className="h-[480px]" />
  </>
);
