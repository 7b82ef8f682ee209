"use client";

import { Calendar, ChevronLeft, ChevronRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button, ButtonLink, IconButton } from "../ui/button";
import { Field } from "../ui/field";
import { TextInput } from "../ui/inputs";
import { Popover } from "../ui/popover";
import { NeighbourShortcuts } from "./page-shortcuts";

type DateNavProps = {
  /** The day shown, YYYY-MM-DD. */
  date: string;
  /** Pages of the neighbouring days; null where there is none to go to. */
  previous: string | null;
  next: string | null;
  /** A day's page is this plus its date: "/diary/". */
  base: string;
};

/** Previous day, next day, any day. Brings the ← and → shortcuts. */
export const DateNav = ({ date, previous, next, base }: DateNavProps) => {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const go = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget).get("date");
    if (typeof chosen !== "string" || chosen === "") return;
    setOpen(false);
    router.push(`${base}${chosen}`);
  };
  return (
    <div className="no-print flex gap-0.5">
      <NeighbourShortcuts of="day" previous={previous} next={next} />
      <Step href={previous} label="Previous day">
        <ChevronLeft size={16} strokeWidth={1.75} aria-hidden />
      </Step>
      <Step href={next} label="Next day">
        <ChevronRight size={16} strokeWidth={1.75} aria-hidden />
      </Step>
      <Popover
        label="Choose a date"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <IconButton label="Choose a date" size="s">
            <Calendar size={16} strokeWidth={1.75} aria-hidden />
          </IconButton>
        }
      >
        <form onSubmit={go} className="flex items-end gap-2">
          <Field label="Go to a day">
            <TextInput type="date" name="date" defaultValue={date} required />
          </Field>
          <Button type="submit" variant="primary" size="l">
            Go
          </Button>
        </form>
      </Popover>
    </div>
  );
};

/** A step to a neighbouring page. */
export const Step = ({
  href,
  label,
  children,
}: {
  href: string | null;
  label: string;
  children: React.ReactNode;
}) =>
  href === null ? (
    <IconButton label={label} size="s" disabled>
      {children}
    </IconButton>
  ) : (
    <ButtonLink href={href} variant="ghost" size="s" square aria-label={label} title={label}>
      {children}
    </ButtonLink>
  );
