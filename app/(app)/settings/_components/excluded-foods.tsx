"use client";

import { X } from "lucide-react";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { useHydrated } from "@/components/ui/use-hydrated";
import { excludeFood, findFoods } from "../actions";

type NamedFood = { readonly id: string; readonly name: string };
type Found = { readonly words: string; readonly foods: readonly NamedFood[] };

const FAILED = "The server did not answer. Nothing was changed; try again.";

/** Single foods that nothing suggests: those there are, each with a button that lets it in again, and a search. */
export const ExcludedFoods = ({ foods }: { foods: readonly NamedFood[] }) => {
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<Found | null>(null);
  const [message, setMessage] = useState("");
  const [pending, start] = useTransition();
  const hydrated = useHydrated();
  const run = (work: () => Promise<string>) =>
    start(async () => setMessage(await work().catch(() => FAILED)));
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const words = typed.trim();
    if (pending || words === "") return;
    run(async () => {
      const answer = await findFoods({ q: words });
      if (!answer.ok) return answer.error.message;
      setFound({ words, foods: answer.value });
      return answer.value.length === 0 ? `No food called “${words}”.` : "";
    });
  };
  const set = ({ id, name }: NamedFood, excluded: boolean) =>
    run(async () => {
      const answer = await excludeFood({ food: id, excluded });
      if (!answer.ok) return answer.error.message;
      if (excluded) {
        setFound(null);
        setTyped("");
      }
      return excluded ? `${name} is no longer suggested.` : `${name} may be suggested again.`;
    });
  const open = found === null ? [] : found.foods.filter(({ id }) => !foods.some((food) => food.id === id));
  return (
    <div className="grid gap-3">
      {foods.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {foods.map((food) => (
            <li
              key={food.id}
              className="flex min-w-0 items-center gap-1 rounded-md border border-line bg-surface pl-3 text-13"
            >
              <span className="min-w-0 break-words py-1.5">{food.name}</span>
              <button
                type="button"
                className="grid size-9 shrink-0 place-items-center rounded-md text-ink-2 phone:size-11"
                aria-label={`Suggest ${food.name} again`}
                aria-disabled={pending}
                disabled={!hydrated}
                onClick={() => !pending && set(food, false)}
              >
                <X size={14} strokeWidth={2} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        onSubmit={onSubmit}
        method="post"
        className="grid items-end gap-2 sm:grid-cols-[minmax(0,1fr)_auto]"
      >
        <Field label="Find a food" id="excluded-food">
          <TextInput
            name="q"
            autoComplete="off"
            maxLength={200}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        <Button type="submit" aria-disabled={pending} disabled={!hydrated} className="h-10 phone:h-11">
          Search
        </Button>
      </form>
      {open.length > 0 && (
        <ul className="grid gap-1">
          {open.map((food) => (
            <li key={food.id} className="flex items-center justify-between gap-3 border-line border-t pt-1">
              <span className="min-w-0 break-words text-13">{food.name}</span>
              <Button
                type="button"
                aria-label={`Never suggest ${food.name}`}
                aria-disabled={pending}
                onClick={() => !pending && set(food, true)}
              >
                Never suggest
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="text-13 text-ink-2">
        {message}
      </p>
    </div>
  );
};
