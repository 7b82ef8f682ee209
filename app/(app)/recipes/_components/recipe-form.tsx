"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useSave } from "@/app/_forms/use-save";
import { useSubmit } from "@/app/_forms/use-submit";
import { recipePath } from "@/app/(app)/_features/food";
import { asInput, newId } from "@/app/(app)/_features/offline";
import type { ProposedItem } from "@/app/(app)/_features/palette/meal";
import type { Result } from "@/app/(app)/_features/palette/search";
import { findFood } from "@/app/(app)/diary/actions";
import { FormError, fieldError } from "@/components/forms/form-error";
import { LeaveGuard } from "@/components/forms/leave-guard";
import { SixUp } from "@/components/nutrition/six-up";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { NumberInput, TextArea, TextInput } from "@/components/ui/inputs";
import { showToast } from "@/components/ui/toast";
import { leaveLayers } from "@/components/ui/use-back-closes";
import { MAX_INSTRUCTIONS_LENGTH } from "@/lib/foods/client";
import type { RecipeInput, RecipeView } from "@/lib/foods/schemas";
import { countNoun, formatGrams } from "@/lib/format";
import { composition, forGrams } from "@/lib/nutrition";
import { NO_VERSION } from "@/lib/versions";
import { IngredientList } from "./ingredient-list";
import { IngredientRow } from "./ingredient-row";
import { IngredientSearch } from "./ingredient-search";
import {
  amountErrors,
  atRows,
  type IngredientDraft,
  type IngredientFood,
  ingredientDraft,
  type RecipeDraft,
  type RecipeStart,
  recipeSoFar,
  toRecipeDraft,
  toRecipeInput,
  yieldDoubt,
} from "./recipe-draft";
import { type MineralTargets, ServingTable } from "./serving-table";
import { UnknownNotes } from "./unknown-notes";

type RecipeFormProps = {
  /** Version of the food table. */
  version: string;
  targets: MineralTargets;
  /** What to begin with, and the foods of its ingredients. */
  from?: { readonly recipe: RecipeStart; readonly foods: readonly IngredientFood[] };
  /** The recipe that is changed; a new one when left out. */
  saved?: RecipeView;
  /** The entry of the diary that it was opened from. */
  entry?: string;
};

const getFieldLabels = ({ ingredients }: RecipeDraft): Record<string, string> => ({
  name: "Name",
  servings: "Servings",
  yieldGrams: "Weight of the finished dish",
  instructions: "How it is made",
  ingredients: "Ingredients",
  ...Object.fromEntries(ingredients.map(({ food }, index) => [`ingredients.${index}`, food.name])),
});

/** The ingredients of a recipe in words, where they are told beside others. */
const ingredientWords = ({ ingredients }: RecipeDraft, value: unknown): string =>
  (value as RecipeInput["ingredients"])
    .map((each) => {
      if ("text" in each) return `${each.text}, ${formatGrams(each.amount.grams)}`;
      const name = ingredients.find(({ food }) => food.id === each.food)?.food.name ?? "another food";
      return "grams" in each.amount
        ? `${name}, ${formatGrams(each.amount.grams)}`
        : `${name}, ${countNoun(each.amount.count, "portion")}`;
    })
    .join("; ");

/** The form of a recipe: ingredients, servings, and the content of one serving so far. */
export const RecipeForm = ({ version, targets, from, saved, entry }: RecipeFormProps) => {
  const router = useRouter();
  const [draft, setDraft] = useState(() => toRecipeDraft(from?.recipe, from?.foods));
  const [added, setAdded] = useState("");
  /** A list of ingredients while it is being checked; null while there is none. */
  const [list, setList] = useState<string | null>(null);
  const change = (part: Partial<RecipeDraft>) => setDraft((before) => ({ ...before, ...part }));
  const rows = useRef(0);
  // Created once: sending again after a lost answer writes the same recipe.
  const [id] = useState(() => saved?.id ?? newId());
  // The question about the weight, asked once: saving again confirms it.
  const asked = useRef<string>(null);
  const leave = (to: string) =>
    leaveLayers(() => {
      router.push(to);
      router.refresh();
    });
  const { save, question } = useSave<RecipeView>({
    path: `/api/v1/recipes/${id}`,
    version: saved?.version ?? NO_VERSION,
    base: saved ? asInput(`/recipes/${id}`, saved) : null,
    label: draft.name,
    labels: getFieldLabels(draft),
    show: (field, value) =>
      field === "ingredients" ? ingredientWords(draft, value) : String(value ?? "nothing"),
    onSaved: (view) => {
      showToast(`${view?.name ?? draft.name} is saved`);
      leave(`${recipePath(id)}${entry === undefined ? "" : `?entry=${entry}`}`);
    },
    onKept: (words, durable) => {
      showToast(words);
      if (durable) leave("/recipes");
    },
    onGone: () => leave("/recipes"),
  });
  const { form, state, pending, button } = useSubmit(async () => {
    const wrong = amountErrors(draft);
    if (Object.keys(wrong).length > 0)
      return { message: "Nothing was saved yet. Please check:", fields: wrong };
    const doubt = yieldDoubt(draft);
    if (doubt !== null && doubt !== asked.current) {
      asked.current = doubt;
      return { message: "Nothing was saved yet. Please check:", fields: { yieldGrams: doubt } };
    }
    const answer = await save(toRecipeInput(draft));
    return answer.fields ? { ...answer, fields: atRows(answer.fields) } : answer;
  });

  const changeRow = (row: string, part: Partial<IngredientDraft>) =>
    setDraft((before) => ({
      ...before,
      ingredients: before.ingredients.map((each) => (each.row === row ? { ...each, ...part } : each)),
    }));
  const add = ({ food, choice }: Result) => {
    const row = `row${rows.current++}`;
    const ingredient: IngredientFood = { ...food, name: food.listName, found: true };
    setDraft((before) => ({
      ...before,
      ingredients: [...before.ingredients, ingredientDraft(row, ingredient, choice)],
    }));
    setAdded(`${ingredient.name} added`);
    if (food.described) return;
    // Found on the server, before the food table was loaded. The preparations are optional: without them the food
    // is still added.
    findFood({ food: food.id }).then(
      (result) => {
        if (result.ok) changeRow(row, { food: { ...ingredient, described: result.value.described } });
      },
      () => {},
    );
  };
  /** Adds what a list was read as, in its order; Undo takes it out and gives the list back. */
  const addAll = (items: readonly ProposedItem[], left: string) => {
    const before = list;
    const made = items.flatMap(({ food, choice, preparation }) =>
      choice === null
        ? []
        : [
            ingredientDraft(
              `row${rows.current++}`,
              { ...food, name: food.listName, found: true },
              choice,
              preparation,
            ),
          ],
    );
    change({ ingredients: [...draft.ingredients, ...made] });
    setList(left === "" ? null : left);
    const said = `${countNoun(made.length, "ingredient")} added`;
    setAdded(said);
    const added = new Set(made.map(({ row }) => row));
    showToast(said, {
      onUndo: () => {
        setDraft((now) => ({ ...now, ingredients: now.ingredients.filter(({ row }) => !added.has(row)) }));
        setList(before);
      },
    });
  };
  const remove = (row: string, name: string) => {
    change({ ingredients: draft.ingredients.filter((each) => each.row !== row) });
    setAdded(`${name} removed`);
  };

  const dish = recipeSoFar(draft);
  const amounts = dish && forGrams(dish.atLeastPer100g, dish.gramsPerServing);
  const lowerBounds = dish?.lowerBounds ?? [];
  return (
    <form
      {...form}
      className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_344px] phone:gap-3.5"
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 phone:gap-3.5">
        {question}
        <LeaveGuard value={[toRecipeInput(draft), list ?? ""]} submit={{ state, pending }} />
        <FormError state={state} labels={getFieldLabels(draft)} />
        <Card aria-labelledby="dish">
          <CardHeader id="dish" title="Dish" />
          <CardBody className="grid gap-x-4 gap-y-5 sm:grid-cols-[minmax(0,1fr)_144px_190px]">
            <Field label="Name" id="name" error={fieldError(state, "name")} required>
              <TextInput
                maxLength={200}
                autoComplete="off"
                value={draft.name}
                onChange={(event) => change({ name: event.target.value })}
              />
            </Field>
            <Field label="Servings" id="servings" error={fieldError(state, "servings")} required>
              <NumberInput
                maxLength={12}
                value={draft.servings}
                onChange={(event) => change({ servings: event.target.value })}
              />
            </Field>
            <Field label="Finished dish, if weighed" id="yieldGrams" error={fieldError(state, "yieldGrams")}>
              <NumberInput
                unit="g"
                maxLength={12}
                placeholder={dish ? String(Math.round(dish.ingredientGrams)) : ""}
                value={draft.yieldGrams}
                onChange={(event) => change({ yieldGrams: event.target.value })}
              />
            </Field>
          </CardBody>
        </Card>
        <Card aria-labelledby="ingredients">
          <CardHeader
            id="ingredients"
            title="Ingredients"
            detail={dish ? `${formatGrams(dish.ingredientGrams)} in all` : undefined}
            aside={
              amounts && (
                <span className="flex items-center gap-2 lg:hidden">
                  One serving <SixUp amounts={amounts} lowerBounds={lowerBounds} targets={targets} />
                </span>
              )
            }
          />
          <CardBody>
            {draft.ingredients.length > 0 && (
              <ol className="mb-3 border-line border-b [&>li:first-child>fieldset]:border-t-0">
                {draft.ingredients.map((ingredient, index) => (
                  <IngredientRow
                    key={ingredient.row}
                    id={`ingredients.${index}`}
                    ingredient={ingredient}
                    error={fieldError(state, `ingredients.${index}`)}
                    onChange={(part) => changeRow(ingredient.row, part)}
                    onRemove={() => remove(ingredient.row, ingredient.food.name)}
                  />
                ))}
              </ol>
            )}
            <IngredientSearch
              version={version}
              targets={targets}
              except={saved?.id === undefined ? null : `recipe:${saved?.id}`}
              onAdd={add}
              onList={(text) => setList((before) => (before ? `${before}\n${text}` : text))}
            />
            {list === null ? (
              <Button size="s" variant="ghost" className="mt-2" onClick={() => setList("")}>
                Paste a whole list
              </Button>
            ) : (
              <IngredientList
                version={version}
                except={saved?.id === undefined ? null : `recipe:${saved?.id}`}
                text={list}
                onText={setList}
                onAdd={addAll}
                onClose={() => setList(null)}
              />
            )}
            <p role="status" className="sr-only">
              {added}
            </p>
          </CardBody>
        </Card>
        <Card aria-labelledby="making">
          <CardHeader id="making" title="Notes" />
          <CardBody>
            <Field label="How it is made" id="instructions" error={fieldError(state, "instructions")}>
              <TextArea
                rows={6}
                maxLength={MAX_INSTRUCTIONS_LENGTH}
                value={draft.instructions}
                onChange={(event) => change({ instructions: event.target.value })}
              />
            </Field>
          </CardBody>
        </Card>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:sticky lg:top-5 phone:gap-3.5">
        <Card aria-labelledby="serving">
          <CardHeader
            id="serving"
            title="One serving"
            detail={dish ? formatGrams(dish.gramsPerServing) : "nothing in it yet"}
          />
          <CardBody className="grid gap-2 pt-1.5!">
            <ServingTable
              caption="One serving"
              amounts={amounts}
              lowerBounds={lowerBounds}
              targets={targets}
              narrow
            />
            <UnknownNotes
              ingredients={draft.ingredients.map(({ food }) => ({
                name: food.name,
                nutrients: composition(food.per100g),
                lowerBounds: food.lowerBounds,
              }))}
            />
            {dish && draft.yieldGrams.trim() === "" && (
              <p className="text-13 text-ink-2">
                The weight is that of the ingredients. Weigh the finished dish to log it by weight.
              </p>
            )}
          </CardBody>
        </Card>
        <div className="flex items-center gap-3">
          <Button {...button} variant="primary" size="l">
            {pending ? "Saving…" : "Save the recipe"}
          </Button>
          <Link href={saved?.id === undefined ? "/recipes" : recipePath(saved?.id)} className="link">
            Cancel
          </Link>
        </div>
      </div>
    </form>
  );
};
