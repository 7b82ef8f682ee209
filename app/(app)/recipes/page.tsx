import { Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { FoodsNav, WaitingFoods } from "@/app/(app)/_features/food";
import { PageHeader } from "@/components/layout/page-header";
import { SixUp } from "@/components/nutrition/six-up";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/placeholders";
import { listRecipes } from "@/lib/foods";
import type { RecipeSummary } from "@/lib/foods/schemas";
import { countNoun, formatGrams, formatMeasure } from "@/lib/format";
import { requireViewer } from "@/lib/http";
import { recipePath } from "../_features/food";
import { viewerTargets } from "./_components/recipe-data";

export const metadata: Metadata = { title: "Recipes" };

export default async function RecipesPage() {
  const viewer = await requireViewer();
  const [recipes, targets] = await Promise.all([listRecipes(viewer, viewer.userId), viewerTargets()]);
  const add = (
    <ButtonLink href="/recipes/new">
      <Plus size={16} strokeWidth={1.75} aria-hidden />
      New recipe
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title="Recipes" actions={recipes.length > 0 ? add : undefined} />
      <FoodsNav current="/recipes" />
      <Card aria-labelledby="recipes">
        <CardHeader
          id="recipes"
          title="Your recipes"
          detail={recipes.length > 0 ? "One serving; a full bar is a third of a day’s target." : undefined}
          className="pb-3"
        />
        <WaitingFoods list="recipes" />
        {recipes.length > 0 ? (
          <ul className="border-line border-t">
            {recipes.map((recipe) => (
              <li key={recipe.id} className="border-line border-t first:border-t-0">
                <Link
                  href={recipePath(recipe.id)}
                  className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-3 px-5 py-2.5 no-underline hover:bg-hover phone:px-4 phone:py-3"
                >
                  <span className="min-w-0">
                    <span className="wrap-anywhere mr-3 font-medium">{recipe.name}</span>
                    <span className="text-13 text-ink-2 phone:block">{formatRecipe(recipe)}</span>
                  </span>
                  <SixUp amounts={recipe.perServing} lowerBounds={recipe.lowerBounds} targets={targets} />
                </Link>
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState title="No recipes yet" action={add}>
            Put together what you cook often, once. After that you log it by serving, and it counts what its
            ingredients hold.
          </EmptyState>
        )}
      </Card>
    </>
  );
}

/** "4 servings of 230 g · 7 ingredients". */
const formatRecipe = ({ servings, gramsPerServing, ingredientCount }: RecipeSummary): string =>
  `${formatMeasure(servings, "serving")} of ${formatGrams(gramsPerServing)} · ${countNoun(ingredientCount, "ingredient")}`;
