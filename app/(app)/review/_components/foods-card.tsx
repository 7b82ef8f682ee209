import Link from "next/link";
import { foodPath } from "@/app/(app)/_features/food";
import { AmountChip } from "@/components/nutrition/hallmark";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { formatAmount } from "@/lib/format";
import type { ReviewFood } from "@/lib/insights/schemas";

/** The foods of the week that gave most toward what is short, an average a day. */
export const FoodsCard = ({ foods }: { foods: readonly ReviewFood[] }) => (
  <Card aria-labelledby="gave-most">
    <CardHeader id="gave-most" title="What gave most of what is short" />
    <CardBody className="pt-1 pb-2">
      <ul>
        {foods.map(({ food, name, gives }) => (
          <li key={food} className="border-line border-t py-3 first:border-t-0">
            <Link
              href={foodPath(food)}
              className="font-medium no-underline hover:underline phone:-my-2.5 phone:inline-block phone:py-2.5"
            >
              {name}
            </Link>
            <p className="mt-1 flex flex-wrap gap-x-3.5 gap-y-1.5">
              {gives.map(({ mineral, amount }) => (
                <AmountChip key={mineral} mineral={mineral} text={`${formatAmount(mineral, amount)} a day`} />
              ))}
            </p>
          </li>
        ))}
      </ul>
    </CardBody>
  </Card>
);
