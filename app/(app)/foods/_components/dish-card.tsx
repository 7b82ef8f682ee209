import Link from "next/link";
import { foodPath } from "@/app/(app)/_features/food";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import type { DishView } from "@/lib/foods/schemas";
import { formatGrams } from "@/lib/format";
import { preparationLabel } from "@/lib/nutrition";

/** What a typical dish was computed from, why so, and the way to change it. */
export const DishCard = ({ id, dish }: { id: string; dish: DishView }) => (
  <Card aria-labelledby="ingredients">
    <CardHeader
      id="ingredients"
      title="What this typical recipe assumes"
      detail={`${formatGrams(dish.grams)} in all`}
    />
    <div className="grid gap-3 px-5 pt-2 pb-4 phone:px-4">
      <ul>
        {dish.ingredients.map(({ food, name, grams, preparation, standsFor }, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a food may stand in a dish twice
            key={index}
            className="flex items-baseline gap-3 border-line border-t py-2 first:border-t-0"
          >
            <span className="min-w-0 wrap-anywhere">
              {food === null ? (
                name
              ) : (
                <Link href={foodPath(food)} className="no-underline hover:underline">
                  {name}
                </Link>
              )}
              <span className="text-13 text-ink-2">
                {preparation !== null && ` · ${preparationLabel(preparation)?.toLowerCase()}`}
                {standsFor !== null && ` · stands in for ${standsFor}`}
                {food === null && " · not in the table: unknown"}
              </span>
            </span>
            <span className="ml-auto whitespace-nowrap tabular-nums">{formatGrams(grams)}</span>
          </li>
        ))}
      </ul>
      <p className="text-13 text-ink-2">{dish.why}</p>
      <p>
        <ButtonLink href={`/recipes/new?from=${encodeURIComponent(id)}`}>Change the ingredients</ButtonLink>
      </p>
    </div>
  </Card>
);
