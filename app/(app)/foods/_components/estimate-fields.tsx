"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { SimilarFood } from "@/lib/foods/schemas";
import { countNoun, formatAmount } from "@/lib/format";
import { seekSimilar } from "../actions";

type Choice = Pick<SimilarFood, "id" | "name"> & Partial<Pick<SimilarFood, "kcal" | "protein">>;

type EstimateFieldsProps = {
  /** The foods offered before a search. */
  known: readonly Choice[];
  /** The chosen food. */
  chosen: string | null;
  /** What is typed so far: name, and energy and protein per 100 g; null while energy is not known. */
  sought: () => { name: string; energy: number; protein?: number } | null;
};

/** Whether unknown nutrients are estimated, and from which food of the table. Off by default. */
export const EstimateFields = ({ known, chosen, sought }: EstimateFieldsProps) => {
  const [choices, setChoices] = useState(known);
  const [said, setSaid] = useState("");
  const [pending, start] = useTransition();
  const seek = () => {
    const typed = sought();
    if (typed === null || typed.name === "")
      return setSaid("Type the name and the energy first: similar foods are told by them.");
    start(async () => {
      const result = await seekSimilar(typed).catch(() => null);
      if (!result?.ok) return setSaid(result?.error.message ?? "The server did not answer. Try again.");
      const kept = choices.filter(({ id }) => id === chosen);
      const fresh = result.value.filter(({ id }) => id !== chosen);
      setChoices([...kept, ...fresh]);
      const { length } = result.value;
      setSaid(
        length === 0
          ? "No food of the table has such a name with this energy and protein."
          : `${countNoun(length, "similar food")} found.`,
      );
    });
  };
  return (
    <Card aria-labelledby="estimate">
      <CardHeader id="estimate" title="What the label does not tell" />
      <CardBody className="grid gap-3">
        <p className="text-13 text-ink-2">
          It stays unknown and is never counted. A similar food of the table can be shown beside it, as an
          estimate.
        </p>
        {choices.length > 0 && (
          <div role="radiogroup" aria-labelledby="estimate" className="grid">
            {[{ id: "", name: "No estimate" }, ...choices].map((choice: Choice) => (
              <label
                key={choice.id}
                className="flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-2 py-1.5 hover:bg-hover"
              >
                <input
                  type="radio"
                  name="estimateFood"
                  value={choice.id}
                  defaultChecked={choice.id === (chosen ?? "")}
                  className="size-[18px] flex-none accent-ink"
                />
                <span className="min-w-0">
                  <span className="block font-medium">{choice.name}</span>
                  {choice.kcal !== undefined && (
                    <span className="block text-13 text-ink-2">
                      {formatAmount("energy", choice.kcal)} and{" "}
                      {formatAmount("protein", choice.protein ?? null)} protein in 100 g
                    </span>
                  )}
                </span>
              </label>
            ))}
          </div>
        )}
        <Button className="justify-self-start" onClick={seek} aria-disabled={pending}>
          {pending ? "Looking…" : "Find similar foods"}
        </Button>
        <p role="status" className="text-13 text-ink-2 empty:hidden">
          {said}
        </p>
      </CardBody>
    </Card>
  );
};
