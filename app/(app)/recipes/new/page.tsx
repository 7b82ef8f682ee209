import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { loadCatalogue } from "@/lib/catalogue/load";
import { requireViewer } from "@/lib/http";
import { ingredientFoods } from "../_components/ingredient-foods";
import { findRecipe, viewerTargets } from "../_components/recipe-data";
import { RecipeForm } from "../_components/recipe-form";

export const metadata: Metadata = { title: "New recipe" };

/** A new recipe, or a copy of the one that `from` names. */
export default async function NewRecipePage({ searchParams }: PageProps<"/recipes/new">) {
  const viewer = await requireViewer();
  const { from } = await searchParams;
  const targets = await viewerTargets();
  const original = typeof from === "string" ? await findRecipe(viewer, from) : null;
  return (
    <>
      <PageHeader title="New recipe" detail={original ? `Copy of ${original.name}` : undefined} />
      <RecipeForm
        key={original?.id ?? "new"}
        version={loadCatalogue().version}
        targets={targets}
        {...(original && {
          from: {
            recipe: { ...original, name: `${original.name} (copy)`.slice(0, 200).toWellFormed() },
            foods: await ingredientFoods(viewer, original),
          },
        })}
      />
    </>
  );
}
