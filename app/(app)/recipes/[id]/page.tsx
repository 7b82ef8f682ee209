import type { Metadata } from "next";
import { recipePath } from "@/app/(app)/_features/food";
import { DeleteButton } from "@/components/forms/delete-button";
import { PageHeader } from "@/components/layout/page-header";
import { FoodTag } from "@/components/nutrition/food-tag";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { listName } from "@/lib/foods";
import { formatGrams, formatMeasure } from "@/lib/format";
import { requireViewer } from "@/lib/http";
import { composition } from "@/lib/nutrition";
import { IngredientTable } from "../_components/ingredient-table";
import { LogRecipe } from "../_components/log-recipe";
import { findRecipe, viewerTargets } from "../_components/recipe-data";
import { ReplaceEntry } from "../_components/replace-entry";
import { replaceableEntry } from "../_components/replaceable-entry";
import { ServingTable } from "../_components/serving-table";
import { UnknownNotes } from "../_components/unknown-notes";
import { removeRecipe } from "../actions";

type Props = PageProps<"/recipes/[id]">;

const load = async ({ params }: Props) => {
  const viewer = await requireViewer();
  return { viewer, recipe: await findRecipe(viewer, (await params).id) };
};

export const generateMetadata = async (props: Props): Promise<Metadata> => ({
  title: (await load(props)).recipe.name,
});

export default async function RecipePage(props: Props) {
  const { viewer, recipe } = await load(props);
  const replaceable = await replaceableEntry(viewer, (await props.searchParams).entry, recipe.food);
  const targets = await viewerTargets();
  const ingredients = recipe.ingredients.map((ingredient) => ({
    ...ingredient,
    listName: listName(ingredient.food, ingredient.name),
  }));
  const { yieldGrams, ingredientGrams, gramsPerServing } = recipe;
  return (
    <>
      <PageHeader
        title={recipe.name}
        detail={<FoodTag kind="recipe" />}
        actions={
          <>
            <ButtonLink href={`${recipePath(recipe.id)}/edit`}>Edit</ButtonLink>
            <ButtonLink href={`/recipes/new?from=${recipe.id}`}>Duplicate</ButtonLink>
            <DeleteButton
              name={recipe.name}
              remove={removeRecipe.bind(null, { id: recipe.id })}
              then="/recipes"
            >
              What you logged of it stays in your diary, with its amounts. Recipes made with it keep its
              weight, but lose its minerals. The recipe itself cannot be brought back.
            </DeleteButton>
          </>
        }
      />
      {replaceable && <ReplaceEntry entry={replaceable} recipe={{ food: recipe.food, name: recipe.name }} />}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_344px] phone:gap-3.5">
        <Card aria-labelledby="serving">
          <CardHeader
            id="serving"
            title="One serving"
            detail={`${formatGrams(gramsPerServing)}, ${formatMeasure(recipe.servings, "serving")} in the dish`}
          />
          <CardBody className="grid gap-2 pt-1.5!">
            <ServingTable
              caption="One serving"
              amounts={composition(recipe.perServing)}
              lowerBounds={recipe.lowerBounds}
              targets={targets}
            />
            <UnknownNotes
              ingredients={ingredients.map((ingredient) => ({
                ...ingredient,
                name: ingredient.listName,
                nutrients: composition(ingredient.nutrients),
              }))}
            />
          </CardBody>
        </Card>
        <LogRecipe recipe={recipe} />
      </div>
      <Card aria-labelledby="ingredients" className="pb-1.5">
        <CardHeader
          id="ingredients"
          title="Ingredients"
          detail={
            yieldGrams === null
              ? `${formatGrams(ingredientGrams)} together; the finished dish was not weighed, so this stands for its weight`
              : `${formatGrams(ingredientGrams)} together; the finished dish weighs ${formatGrams(yieldGrams)}`
          }
        />
        <IngredientTable ingredients={ingredients} servings={recipe.servings} targets={targets} />
      </Card>
      {recipe.instructions !== null && (
        <Card aria-labelledby="instructions">
          <CardHeader id="instructions" title="How it is made" />
          <CardBody>
            <p className="wrap-anywhere max-w-[70ch] whitespace-pre-wrap">{recipe.instructions}</p>
          </CardBody>
        </Card>
      )}
    </>
  );
}
