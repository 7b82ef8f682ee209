import type { Metadata } from "next";
import { ingredientFoods } from "@/app/(app)/recipes/_components/ingredient-foods";
import { findRecipe, viewerTargets } from "@/app/(app)/recipes/_components/recipe-data";
import { RecipeForm } from "@/app/(app)/recipes/_components/recipe-form";
import { PageHeader } from "@/components/layout/page-header";
import { loadCatalogue } from "@/lib/catalogue/load";
import { requireViewer } from "@/lib/http";

export const metadata: Metadata = { title: "Edit recipe" };

export default async function EditRecipePage({ params }: PageProps<"/recipes/[id]/edit">) {
  const viewer = await requireViewer();
  const recipe = await findRecipe(viewer, (await params).id);
  const [foods, targets] = await Promise.all([ingredientFoods(viewer, recipe), viewerTargets()]);
  return (
    <>
      <PageHeader title="Edit recipe" detail={recipe.name} />
      <RecipeForm
        version={loadCatalogue().version}
        targets={targets}
        from={{ recipe, foods }}
        saved={recipe}
      />
    </>
  );
}
