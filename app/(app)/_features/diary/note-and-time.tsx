"use client";

import { ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/class-names";
import { Field } from "@/components/ui/field";
import { TextArea, TextInput } from "@/components/ui/inputs";
import { MAX_NOTE_LENGTH } from "@/lib/diary/client";
import type { EntryExtras } from "./entry";

type NoteAndTimeProps = {
  value: Pick<EntryExtras, "note" | "time">;
  onChange: (value: Pick<EntryExtras, "note" | "time">) => void;
};

/** A note and a time, folded away until one is there or wanted: most entries have neither. */
export const NoteAndTime = ({ value, onChange }: NoteAndTimeProps) => {
  const id = useId();
  const [unfolded, setUnfolded] = useState(value.note !== null || value.time !== null);
  return (
    <div>
      <Button
        size="s"
        variant="ghost"
        className="-ml-2.5"
        aria-expanded={unfolded}
        aria-controls={id}
        onClick={() => setUnfolded(!unfolded)}
      >
        <ChevronRight
          size={14}
          strokeWidth={1.75}
          aria-hidden
          className={cx("transition-transform duration-[120ms]", unfolded && "rotate-90")}
        />
        Note, time
      </Button>
      <div id={id} hidden={!unfolded}>
        {unfolded && (
          <div className="grid gap-3 pt-2">
            <Field label="Note">
              <TextArea
                rows={2}
                maxLength={MAX_NOTE_LENGTH}
                value={value.note ?? ""}
                onChange={(event) => onChange({ ...value, note: event.target.value || null })}
              />
            </Field>
            <Field label="Time">
              <TextInput
                type="time"
                value={value.time ?? ""}
                onChange={(event) => onChange({ ...value, time: event.target.value || null })}
                className="w-36!"
              />
            </Field>
          </div>
        )}
      </div>
    </div>
  );
};
