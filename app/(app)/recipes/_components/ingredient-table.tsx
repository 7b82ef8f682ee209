import Link from "next/link";
import { foodPath } from "@/app/(app)/_features/food";
import { Hallmark } from "@/components/nutrition/hallmark";
import { SixUp } from "@/components/nutrition/six-up";
import { isText } from "@/lib/foods/client";
import type { RecipeView } from "@/lib/foods/schemas";
import { formatDense, portionWords } from "@/lib/format";
import { composition, MINERALS, NUTRIENT_IDS, preparationLabel, totalOf } from "@/lib/nutrition";
import type { MineralTargets } from "./serving-table";

type Ingredient = RecipeView["ingredients"][number] & { readonly listName: string };

const NUMBER_CELL = "w-[58px] pr-3 text-right lg:w-[72px] lg:pr-5 phone:hidden";

/** An ingredient's share of one serving. */
const inServing = ({ nutrients }: Ingredient, servings: number) =>
  composition(
    Object.fromEntries(
      NUTRIENT_IDS.map((id) => {
        const amount = nutrients[id];
        return [id, amount === null ? null : amount / servings];
      }),
    ),
  );

const ingredientAmount = ({ portion, grams, preparation }: Ingredient): string => {
  const prepared = preparationLabel(preparation)?.toLowerCase();
  return [portionWords(portion, grams), prepared].filter((part) => part !== undefined).join(" · ");
};

/** The ingredients of the dish, and the content of each per serving. */
export const IngredientTable = ({
  ingredients,
  servings,
  targets,
}: {
  ingredients: readonly Ingredient[];
  servings: number;
  targets: MineralTargets;
}) => (
  <table className="w-full border-collapse text-13">
    <caption className="sr-only">Ingredients of the whole dish, and what each gives one serving</caption>
    <thead>
      <tr className="h-9">
        <th scope="col" className="pl-5 font-normal text-12 text-ink-3 phone:pl-4">
          In the whole dish<span className="phone:hidden">, and what it gives one serving</span>
        </th>
        {MINERALS.map((mineral) => (
          <th key={mineral} scope="col" className={NUMBER_CELL}>
            <span className="flex justify-end">
              <Hallmark mineral={mineral} size={22} named />
            </span>
          </th>
        ))}
        <td className="whitespace-nowrap pr-4 text-right text-12 text-ink-3 md:hidden">in a serving</td>
      </tr>
    </thead>
    <tbody>
      {ingredients.map((ingredient, index) => {
        const amounts = inServing(ingredient, servings);
        const { food, listName, found, lowerBounds } = ingredient;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a food may stand in a recipe twice
          <tr key={index} className="border-line border-t">
            <th scope="row" className="wrap-anywhere py-2 pl-5 font-normal phone:pl-4">
              {found ? (
                <Link href={foodPath(food)} className="mr-2 font-medium text-14 no-underline hover:underline">
                  {listName}
                </Link>
              ) : (
                <span className="mr-2 font-medium text-14">{listName}</span>
              )}
              <span className="text-ink-2 phone:block">
                {ingredientAmount(ingredient)}
                {!found && (isText(food) ? " · without values" : " · no longer among your foods")}
              </span>
            </th>
            {MINERALS.map((mineral) => {
              const text = formatDense(mineral, totalOf(mineral, [amounts], [lowerBounds]));
              return (
                <td key={mineral} className={NUMBER_CELL}>
                  {text === null ? (
                    <span
                      role="img"
                      aria-label="no data"
                      title="no data"
                      className="no-data inline-block h-3 w-[18px] rounded-[2px] align-[-1px]"
                    />
                  ) : (
                    <>
                      {text.endsWith("+") && <span className="sr-only">at least </span>}
                      {text}
                    </>
                  )}
                </td>
              );
            })}
            <td className="w-px pr-4 md:hidden">
              <SixUp amounts={amounts} lowerBounds={lowerBounds} targets={targets} />
            </td>
          </tr>
        );
      })}
    </tbody>
  </table>
);
