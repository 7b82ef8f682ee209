"use client";

import { CircleAlert, X } from "lucide-react";
import { getOfferedPreparations } from "@/app/(app)/_features/diary";
import { PortionPicker, pickedChoice } from "@/app/(app)/_features/food";
import { IconButton } from "@/components/ui/button";
import { Select } from "@/components/ui/inputs";
import { isText } from "@/lib/foods/client";
import type { PreparationId } from "@/lib/nutrition";
import type { IngredientDraft } from "./recipe-draft";

type IngredientRowProps = {
  /** Where an error summary leads. */
  id: string;
  ingredient: IngredientDraft;
  error: string | undefined;
  onChange: (change: Partial<IngredientDraft>) => void;
  onRemove: () => void;
};

/** One ingredient: how much of it, and how it is prepared where that matters. */
export const IngredientRow = ({ id, ingredient, error, onChange, onRemove }: IngredientRowProps) => {
  const { food, picked, preparation } = ingredient;
  const preparations = getOfferedPreparations(food);
  const chosen = preparations.find((offered) => offered.id === preparation);
  return (
    <li>
      <fieldset id={id} tabIndex={-1} className="min-w-0 border-line border-t py-3 outline-none">
        <legend className="sr-only">{food.name}</legend>
        <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 gap-y-2">
          <p aria-hidden className="wrap-anywhere self-center font-medium">
            {food.name}
          </p>
          <IconButton label={`Remove ${food.name}`} onClick={onRemove}>
            <X size={16} strokeWidth={1.75} aria-hidden />
          </IconButton>
          <div className="col-span-2 flex flex-wrap items-start gap-x-4 gap-y-2.5">
            <PortionPicker
              portions={food.portions}
              value={picked}
              onChange={(next) => onChange({ picked: next, choice: pickedChoice(next) })}
              onKeyDown={(event) => {
                if (event.key === "Enter") event.preventDefault();
              }}
            />
            {preparations.length > 0 && (
              <Select
                aria-label="Preparation"
                value={preparation ?? ""}
                onChange={(event) =>
                  onChange({ preparation: (event.target.value || null) as PreparationId | null })
                }
                className="max-w-[230px] [&>select]:h-9! phone:[&>select]:h-11!"
              >
                <option value="">As it is</option>
                {preparations.map((offered) => (
                  <option key={offered.id} value={offered.id}>
                    {offered.label}
                  </option>
                ))}
              </Select>
            )}
          </div>
        </div>
        {chosen && (
          <p className="mt-1.5 text-13 text-ink-2">
            {chosen.detail}. The weight is that of the raw or dry food.
          </p>
        )}
        {!food.found && (
          <p className="mt-1.5 text-13 text-ink-2">
            {isText(food.id) ? "Without values" : "No longer among your foods"}: its minerals are unknown. It
            can stay, or be replaced.
          </p>
        )}
        {error !== undefined && (
          <p role="alert" className="mt-1.5 flex gap-1.5 text-13 text-over">
            <CircleAlert size={14} strokeWidth={1.75} className="mt-[3px] flex-none" aria-hidden />
            {error.replace(/^: /, "")}
          </p>
        )}
      </fieldset>
    </li>
  );
};
