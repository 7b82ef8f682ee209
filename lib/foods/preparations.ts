import "server-only";
import { loadCatalogue } from "../catalogue/load";
import { AppError } from "../errors";
import {
  type Composition,
  type FoodDescriptor,
  forGrams,
  type Preparation,
  type PreparationId,
  preparationsFor,
  prepare,
} from "../nutrition";

type Named = { readonly id: string; readonly name: string };

/**
 * What absorption and preparation ask of a food: of the table its own name and group; of an own food only the name a
 * person gave it, which tells nothing for sure.
 */
export const describeFood = ({ id, name }: Named): FoodDescriptor => {
  const table = loadCatalogue();
  const index = table.indexOf(id);
  return index < 0
    ? { name, group: "own" }
    : {
        name: table.names[index] ?? name,
        group: table.groupAt(index),
        highOxalate: table.traitsAt(index).highOxalate,
      };
};

/** The preparations that make sense for a food; none for one that is ready as it is, or one's own. */
export const getPreparations = (food: Named): readonly Preparation[] => preparationsFor(describeFood(food));

/**
 * The amounts in some grams of a food, after a preparation where there is one. The grams are those of the food as
 * the table has it, raw or dry.
 * @throws AppError invalid for a preparation that the food does not offer.
 */
export const preparedAmounts = (
  food: Named & { readonly per100g: Composition },
  grams: number,
  preparation: PreparationId | null,
): Composition => {
  const amounts = forGrams(food.per100g, grams);
  if (preparation === null) return amounts;
  if (!getPreparations(food).some(({ id }) => id === preparation)) {
    throw new AppError("invalid", "This food is not prepared in this way.", {
      fields: { preparation: "is not a preparation of this food" },
    });
  }
  return prepare({ amounts, phytate: null }, preparation, describeFood(food)).amounts;
};
