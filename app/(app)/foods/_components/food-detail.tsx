"use client";

import { useState } from "react";
import { LogFoodCard } from "@/app/(app)/_features/diary";
import { choiceError, choiceGrams, pickedChoice, pickerValue } from "@/app/(app)/_features/food";
import { Hallmark } from "@/components/nutrition/hallmark";
import { Card, CardHeader } from "@/components/ui/card";
import { Table, Td, Th } from "@/components/ui/table";
import type { FoodView } from "@/lib/foods/schemas";
import { formatGrams, formatPercent, NO_DATA } from "@/lib/format";
import { composition, forGrams, isMineral, type Mineral, NUTRIENT_IDS, NUTRIENTS } from "@/lib/nutrition";
import { amountWords } from "./bound-words";

type FoodDetailProps = {
  food: FoodView;
  /** Null where shares of the targets are not shown. */
  targets: { readonly [M in Mineral]?: number | null } | null;
  /** Leaves the energy out, for people whom counting it harms. */
  hideEnergy: boolean;
};

const NoData = () => (
  <span className="inline-flex items-center gap-1.5 text-ink-3">
    <span aria-hidden className="no-data inline-block h-3 w-[18px] rounded-[2px]" />
    {NO_DATA}
  </span>
);

/** The content of a food per 100 g and per chosen amount, with a button that logs that amount. */
export const FoodDetail = ({ food, targets, hideEnergy }: FoodDetailProps) => {
  const [first] = food.portions;
  const [picked, setPicked] = useState(() =>
    pickerValue(first ? { portion: first, count: 1 } : { portion: null, count: 100 }),
  );
  const choice = pickedChoice(picked);
  const usable = choiceError(choice) === null;
  const per100g = composition(food.per100g);
  // A portion of 100 g has no column: it would repeat the first one.
  const apart = !usable || choiceGrams(choice) !== 100;
  const eaten = usable ? forGrams(per100g, choiceGrams(choice)) : null;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_344px] phone:gap-3.5">
      <Card aria-labelledby="amounts" className="phone:order-2">
        <CardHeader id="amounts" title="What it holds" />
        <div className="px-5 pt-1 pb-4 phone:px-4">
          <Table caption="Amounts by nutrient" hideCaption>
            <thead>
              <tr>
                <Th>Nutrient</Th>
                <Th numeric>In 100 g</Th>
                {apart && (
                  <Th numeric>{usable ? `In ${formatGrams(choiceGrams(choice))}` : "In the portion"}</Th>
                )}
                {targets !== null && (
                  <Th numeric className="pr-0">
                    Of your target
                  </Th>
                )}
              </tr>
            </thead>
            <tbody>
              {NUTRIENT_IDS.filter((id) => !(hideEnergy && id === "energy")).map((id) => {
                const value = per100g[id];
                const amount = eaten?.[id] ?? null;
                const bound = food.provenance.find(({ nutrient }) => nutrient === id)?.bound ?? null;
                const target = isMineral(id) ? (targets?.[id] ?? null) : null;
                return (
                  <tr key={id}>
                    <Th scope="row">
                      <span className="flex items-center gap-2.5">
                        {isMineral(id) && <Hallmark mineral={id} size={22} />}
                        <span className={isMineral(id) ? "font-medium" : undefined}>
                          {NUTRIENTS[id].label}
                        </span>
                      </span>
                    </Th>
                    <Td numeric className={apart ? undefined : "font-medium"}>
                      {value === null ? <NoData /> : amountWords(id, value, bound, 100)}
                    </Td>
                    {apart && (
                      <Td numeric className="font-medium">
                        {amount === null ? "" : amountWords(id, amount, bound, choiceGrams(choice))}
                      </Td>
                    )}
                    {targets !== null && (
                      <Td numeric className="pr-0 text-ink-2">
                        {amount !== null && target !== null && target > 0 && formatPercent(amount, target)}
                      </Td>
                    )}
                  </tr>
                );
              })}
            </tbody>
          </Table>
        </div>
      </Card>
      <LogFoodCard food={{ ...food, per100g }} picked={picked} onPick={setPicked} />
    </div>
  );
};
