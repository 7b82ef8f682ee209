import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import type { Viewer } from "@/lib/access";
import { loadCatalogue } from "@/lib/catalogue/load";
import { entryId } from "@/lib/diary/schemas";
import { requireViewer } from "@/lib/http";
import { dishStart } from "../_components/dish-start";
import { ingredientFoods } from "../_components/ingredient-foods";
import { findRecipe, viewerTargets } from "../_components/recipe-data";
import type { RecipeStart } from "../_components/recipe-draft";
import { RecipeForm } from "../_components/recipe-form";

export const metadata: Metadata = { title: "New recipe" };

const startOf = async (viewer: Viewer, from: string): Promise<{ recipe: RecipeStart; detail: string }> => {
  if (from.startsWith("dish:")) {
    const recipe = await dishStart(viewer, from);
    return { recipe, detail: `From the typical recipe of ${recipe.name}` };
  }
  const original = await findRecipe(viewer, from);
  const name = `${original.name} (copy)`.slice(0, 200).toWellFormed();
  return { recipe: { ...original, name }, detail: `Copy of ${original.name}` };
};

/**
 * A new recipe, or one that begins with the recipe or the typical dish that `from` names; `entry` is the entry that it was
 * opened from, which it may then replace.
 */
export default async function NewRecipePage({ searchParams }: PageProps<"/recipes/new">) {
  const viewer = await requireViewer();
  const { from, entry } = await searchParams;
  const replaced = entryId.safeParse(entry);
  const targets = await viewerTargets();
  const original = typeof from === "string" ? await startOf(viewer, from) : null;
  return (
    <>
      <PageHeader title="New recipe" detail={original?.detail} />
      <RecipeForm
        key={typeof from === "string" ? from : "new"}
        version={loadCatalogue().version}
        targets={targets}
        {...(replaced.success && { entry: replaced.data })}
        {...(original && {
          from: { recipe: original.recipe, foods: await ingredientFoods(viewer, original.recipe) },
        })}
      />
    </>
  );
}
