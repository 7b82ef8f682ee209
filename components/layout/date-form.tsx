"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef } from "react";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { TextInput } from "../ui/inputs";

type DateFormProps = {
  date: string;
  /** A day's page is this plus its date. */
  base: string;
  onDone: () => void;
};

/** Asks for a day and goes there. */
export const DateForm = ({ date, base, onDone }: DateFormProps) => {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  // The panel looks for a field to begin at when it opens, and the form may come a moment later; nor can anything have
  // the focus before the panel is placed.
  useEffect(() => {
    const frame = requestAnimationFrame(() => form.current?.querySelector("input")?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const go = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget).get("date");
    if (typeof chosen !== "string" || chosen === "") return;
    onDone();
    router.push(`${base}${chosen}`);
  };
  return (
    <form ref={form} onSubmit={go} className="flex items-end gap-2">
      <Field label="Go to a day">
        <TextInput type="date" name="date" defaultValue={date} required />
      </Field>
      <Button type="submit" variant="primary" size="l">
        Go
      </Button>
    </form>
  );
};
