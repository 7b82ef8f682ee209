"use client";

import type { KeyboardEvent } from "react";
import { preparationsOf } from "@/app/(app)/_features/diary";
import { PortionPicker, PreparationChoice } from "@/app/(app)/_features/food";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import type { Correction, ProposedItem } from "./meal-proposal";

type ProposalCorrectionProps = {
  item: ProposedItem;
  onCorrect: (key: string, correction: Correction, said: string) => void;
  onClose: () => void;
};

/** Another amount, another food that may be meant, a preparation; Enter and Esc lead back to the row. */
export const ProposalCorrection = ({ item, onCorrect, onClose }: ProposalCorrectionProps) => {
  const { key, food, candidates, picked, preparation, question } = item;
  const onKeyDown = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLInputElement && event.target.inputMode === "decimal";
    if (event.key !== "Escape" && !(event.key === "Enter" && typing)) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to Enter and Esc of the fields inside it
    <div className="grid gap-3 px-3 pt-1 pb-3" onKeyDown={onKeyDown}>
      <PortionPicker
        key={food.id}
        portions={food.portions}
        value={picked}
        onChange={(next) => onCorrect(key, { picked: next }, "")}
        ask={question}
        autoFocus
      />
      {candidates.length > 1 && (
        <Field label="Which food">
          <Select
            value={food.id}
            onChange={(event) => {
              const other = candidates.find(({ id }) => id === event.target.value);
              // Another food has other measures: its amount is read anew.
              onCorrect(
                key,
                { food: event.target.value, picked: undefined, preparation: null },
                `Now ${other?.listName ?? ""}.`,
              );
            }}
          >
            {candidates.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <PreparationChoice
        offered={preparationsOf(food)}
        value={preparation}
        onChange={(chosen) => onCorrect(key, { preparation: chosen }, "")}
      />
      <Button size="s" className="justify-self-end" onClick={onClose}>
        Done
      </Button>
    </div>
  );
};
