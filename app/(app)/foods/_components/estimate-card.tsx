import Link from "next/link";
import { foodPath } from "@/app/(app)/_features/food";
import { Hallmark } from "@/components/nutrition/hallmark";
import { Card, CardHeader } from "@/components/ui/card";
import { Table, Td, Th } from "@/components/ui/table";
import type { FoodView } from "@/lib/foods/schemas";
import { formatAmount } from "@/lib/format";
import { isMineral, NUTRIENT_IDS, NUTRIENTS } from "@/lib/nutrition";

/** Values of a similar food for nutrients that are unknown here; shown beside the amounts and in no total. */
export const EstimateCard = ({ estimate }: { estimate: NonNullable<FoodView["estimate"]> }) => (
  <Card aria-labelledby="estimated">
    <CardHeader id="estimated" title="Estimated, not measured" />
    <div className="grid gap-2 px-5 pt-2 pb-4 phone:px-4">
      <p className="text-13 text-ink-2">
        What the label does not tell, as{" "}
        <Link href={foodPath(estimate.food.id)} className="link">
          {estimate.food.name}
        </Link>{" "}
        has it. You chose that food; this one may differ widely. None of it is counted in a day’s totals.
      </p>
      <Table caption={`Estimated from ${estimate.food.name}`} hideCaption>
        <thead>
          <tr>
            <Th>Nutrient</Th>
            <Th numeric className="pr-0">
              About, in 100 g
            </Th>
          </tr>
        </thead>
        <tbody>
          {NUTRIENT_IDS.flatMap((id) => {
            const value = estimate.per100g[id];
            return value === undefined
              ? []
              : [
                  <tr key={id}>
                    <Th scope="row">
                      <span className="flex items-center gap-2.5">
                        {isMineral(id) && <Hallmark mineral={id} size={22} />}
                        {NUTRIENTS[id].label}
                      </span>
                    </Th>
                    <Td numeric className="pr-0 text-ink-2">
                      {formatAmount(id, value)}
                    </Td>
                  </tr>,
                ];
          })}
        </tbody>
      </Table>
    </div>
  </Card>
);
