"use client";

import { Search } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { Result } from "@/app/(app)/_features/palette/search";
import { foundWords, optionId, ResultList } from "@/app/(app)/_features/palette/search";
import { Button } from "@/components/ui/button";
import type { MineralTargets } from "./serving-table";
import { useFoundFoods } from "./use-found-foods";

type IngredientSearchProps = {
  version: string;
  targets: MineralTargets;
  /** The food id of the recipe itself, which cannot go into it. */
  except: string | null;
  onAdd: (result: Result) => void;
  /** Several foods were pasted or typed: they are read as a list. */
  onList: (text: string) => void;
};

/** A line that may name several foods. */
const SEVERAL = /[,;]|\s(?:and|plus|with)\s/i;

/** Height of the list of results, in pixels. */
const LIST_HEIGHT = 360;

/** Finds an ingredient by name and amount, "200 g lentils"; Enter adds the marked one and the next can be typed. */
export const IngredientSearch = ({ version, targets, except, onAdd, onList }: IngredientSearchProps) => {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<{ typed: string; index: number } | null>(null);
  const { results, words, settled } = useFoundFoods(version, typed, except);
  const active = chosen?.typed === typed ? Math.min(chosen.index, Math.max(results.length - 1, 0)) : 0;
  const add = (index: number) => {
    const result = results[index];
    if (!result) return;
    onAdd(result);
    setTyped("");
    setChosen(null);
    input.current?.focus();
  };
  const readAsList = (text: string) => {
    onList(text);
    setTyped("");
    setChosen(null);
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData("text");
    if (!/\S\s*[\r\n]\s*\S/.test(pasted)) return;
    event.preventDefault();
    readAsList(pasted);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && results.length > 0) {
      event.preventDefault();
      setChosen({ typed, index: (active + step + results.length) % results.length });
    } else if (event.key === "Enter") {
      // Enter adds the food; it does not submit the form.
      event.preventDefault();
      if (event.repeat) return;
      if (results.length === 0 && SEVERAL.test(typed)) readAsList(typed);
      else add(active);
    } else if (event.key === "Escape" && typed !== "") {
      event.preventDefault();
      setTyped("");
    }
  };
  const open = words !== "";
  const listed = open && results.length > 0;
  // The list opens below the last ingredient, often past the edge of the screen.
  useEffect(() => {
    const node = input.current;
    if (!listed || !node) return;
    if (node.getBoundingClientRect().bottom + LIST_HEIGHT > window.innerHeight) {
      node.scrollIntoView({ block: "start" });
    }
  }, [listed]);
  const count = !open || !settled ? "" : foundWords(results.length);
  return (
    <div>
      <label htmlFor={`${listId}-input`} className="mb-[7px] block font-medium">
        Add an ingredient
      </label>
      <span className="relative block">
        <Search
          size={16}
          strokeWidth={1.75}
          className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-3"
          aria-hidden
        />
        <input
          ref={input}
          id={`${listId}-input`}
          type="text"
          role="combobox"
          aria-expanded={listed}
          aria-autocomplete="list"
          aria-controls={listId}
          aria-activedescendant={listed ? optionId(listId, active) : undefined}
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="done"
          maxLength={2000}
          placeholder="200 g lentils, or paste a list …"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          className="h-10 w-full min-w-0 scroll-mt-12 rounded-md border border-control bg-surface pr-3 pl-9 text-ink placeholder:text-ink-3 phone:h-11"
        />
      </span>
      <p role="status" className="sr-only">
        {count}
      </p>
      <div
        className={
          listed
            ? "mt-1.5 max-h-[340px] overflow-y-auto rounded-md border border-line bg-raised px-1 pb-1 shadow-card"
            : undefined
        }
      >
        <ResultList
          id={listId}
          sections={listed ? [{ title: "Foods", results }] : []}
          active={active}
          onChoose={add}
          hideActive={false}
          targets={targets}
        />
      </div>
      {open && settled && results.length === 0 && SEVERAL.test(typed) && (
        <Button className="mt-1.5" onClick={() => readAsList(typed)}>
          Read as a list of ingredients
        </Button>
      )}
      {open && settled && results.length === 0 && !SEVERAL.test(typed) && (
        <p className="mt-1.5 text-13 text-ink-2">
          No food called “{words}”. Try a plainer word, or make it a food of your own first; what is typed
          here stays only while this page is open.
        </p>
      )}
    </div>
  );
};
