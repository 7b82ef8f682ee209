"use client";

import { Plus, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useSave } from "@/app/_forms/use-save";
import { useSubmit } from "@/app/_forms/use-submit";
import { nutrientWord } from "@/app/(app)/_features/food";
import { asInput, newId } from "@/app/(app)/_features/offline";
import { FormError, fieldError } from "@/components/forms/form-error";
import { LeaveGuard } from "@/components/forms/leave-guard";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Checkbox, TextInput } from "@/components/ui/inputs";
import { Note } from "@/components/ui/note";
import { showToast } from "@/components/ui/toast";
import { leaveLayers } from "@/components/ui/use-back-closes";
import type { SupplementInput, SupplementView } from "@/lib/foods/schemas";
import { WEEKDAY_NAMES } from "@/lib/format";
import { IRON_NOTICE, NUTRIENTS, SUPPLEMENT_NUTRIENTS } from "@/lib/nutrition";
import { NO_VERSION } from "@/lib/versions";
import { ContentFields } from "./content-fields";
import { ScheduleFields } from "./schedule-fields";
import {
  type ContentDraft,
  emptyContent,
  type SupplementDraft,
  toSupplementDraft,
  toSupplementInput,
} from "./supplement-draft";

const DOSE_LABELS = ["capsule", "tablet", "drop", "scoop", "sachet", "teaspoon"];

/** What the fields are called, for the summary above the form. */
const getFieldLabels = ({ contents, times }: SupplementDraft): Record<string, string> => ({
  name: "Name",
  doseLabel: "Dose unit",
  "schedule.days": "Days",
  ...Object.fromEntries(
    contents.flatMap(({ nutrient }, i) => {
      const { label } = NUTRIENTS[nutrient];
      return [
        [`contents.${i}.nutrient`, label],
        [`contents.${i}.amount`, label],
        [`contents.${i}.compound`, label],
        [`contents.${i}.form`, `Form of ${nutrientWord(nutrient)}`],
      ];
    }),
  ),
  ...Object.fromEntries(
    times.flatMap((_, i) => [
      [`schedule.times.${i}.time`, `Time ${i + 1}`],
      [`schedule.times.${i}.count`, `Doses at time ${i + 1}`],
    ]),
  ),
});

/** A part of a supplement in words, where it is told beside another. */
const supplementWords = (field: string, value: unknown): string => {
  if (field === "contents")
    return (value as SupplementInput["contents"])
      .map(({ nutrient, amount, compound }) => `${NUTRIENTS[nutrient].label} ${amount ?? compound}`)
      .join(", ");
  if (field === "schedule") {
    const { days, times } = value as SupplementInput["schedule"];
    if (times.length === 0) return "when needed";
    const on = days.length === 7 ? "daily" : days.map((day) => WEEKDAY_NAMES[day - 1]).join(", ");
    return `${on}: ${times.map(({ time, count }) => `${count} ${time === null ? "at any time" : `at ${time}`}`).join(", ")}`;
  }
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value ?? "nothing");
};

/** The form of a supplement: its label and schedule. Assay proposes no amounts. */
export const SupplementForm = ({ supplement }: { supplement?: SupplementView }) => {
  const router = useRouter();
  const [draft, setDraft] = useState(() => toSupplementDraft(supplement));
  const change = (part: Partial<SupplementDraft>) => setDraft((before) => ({ ...before, ...part }));
  const rows = useRef(100);
  const newRow = () => `r${rows.current++}`;
  // Created once: sending again after a lost answer writes the same supplement.
  const [id] = useState(() => supplement?.id ?? newId());
  const leave = () =>
    leaveLayers(() => {
      router.push("/supplements");
      router.refresh();
    });
  const { save, question } = useSave<SupplementView>({
    path: `/api/v1/supplements/${id}`,
    version: supplement?.version ?? NO_VERSION,
    base: supplement ? asInput(`/supplements/${id}`, supplement) : null,
    label: draft.name,
    labels: {
      ...getFieldLabels(draft),
      contents: "What one dose contains",
      schedule: "When it is taken",
      active: "In use",
    },
    show: supplementWords,
    onSaved: (view) => {
      showToast(`${view?.name ?? draft.name} is saved`);
      leave();
    },
    onKept: (words, durable) => {
      showToast(words);
      if (durable) leave();
    },
    onGone: leave,
  });
  const { form, state, pending, button } = useSubmit(() => save(toSupplementInput(draft)));
  const { contents } = draft;
  const free = SUPPLEMENT_NUTRIENTS.filter(
    (nutrient) => !contents.some((each) => each.nutrient === nutrient),
  );
  const changeContent = (row: string, part: Partial<ContentDraft>) =>
    change({ contents: contents.map((each) => (each.row === row ? { ...each, ...part } : each)) });
  return (
    <form {...form} className="grid max-w-[800px] gap-5 phone:gap-3.5">
      {question}
      <LeaveGuard value={draft} submit={{ state, pending }} />
      <FormError state={state} labels={getFieldLabels(draft)} />
      <Card aria-labelledby="product">
        <CardHeader id="product" title="Product" />
        <CardBody className="grid gap-x-4 gap-y-5 sm:grid-cols-[minmax(0,1fr)_220px]">
          <Field label="Name" id="name" error={fieldError(state, "name")} required>
            <TextInput
              maxLength={200}
              autoComplete="off"
              placeholder="As the package calls it"
              value={draft.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          </Field>
          <Field
            label="One dose is"
            id="doseLabel"
            error={fieldError(state, "doseLabel")}
            hint="Required: what you count, such as a capsule."
            required
          >
            <TextInput
              maxLength={40}
              autoComplete="off"
              list="dose-labels"
              value={draft.doseLabel}
              onChange={(event) => change({ doseLabel: event.target.value })}
            />
          </Field>
          <datalist id="dose-labels">
            {DOSE_LABELS.map((label) => (
              <option key={label} value={label} />
            ))}
          </datalist>
        </CardBody>
      </Card>
      <Card aria-labelledby="contents">
        <CardHeader id="contents" title="What one dose holds" detail="As the label states it." />
        <CardBody className="grid gap-5">
          {contents.map((content, i) => (
            <ContentFields
              key={content.row}
              content={content}
              index={i}
              taken={contents.map(({ nutrient }) => nutrient)}
              state={state}
              onChange={(part) => changeContent(content.row, part)}
              onRemove={
                contents.length === 1
                  ? undefined
                  : () => change({ contents: contents.filter(({ row }) => row !== content.row) })
              }
            />
          ))}
          {free[0] !== undefined && (
            <Button
              className="justify-self-start"
              onClick={() => free[0] && change({ contents: [...contents, emptyContent(newRow(), free[0])] })}
            >
              <Plus size={16} strokeWidth={1.75} aria-hidden />
              Add a nutrient
            </Button>
          )}
          {contents.some(({ nutrient }) => nutrient === "iron") && (
            <Note icon={<TriangleAlert size={14} strokeWidth={1.75} className="text-low" aria-hidden />}>
              {IRON_NOTICE.text}
            </Note>
          )}
        </CardBody>
      </Card>
      <Card aria-labelledby="schedule">
        <CardHeader id="schedule" title="When you take it" />
        <CardBody className="grid gap-5">
          <ScheduleFields draft={draft} state={state} onChange={change} newRow={newRow} />
          <Checkbox
            label="I take this at present"
            description="Only then does it appear on the day. What you have taken stays in the diary."
            checked={draft.active}
            onChange={(event) => change({ active: event.target.checked })}
          />
        </CardBody>
      </Card>
      <div className="flex items-center gap-3">
        <Button {...button} variant="primary" size="l">
          {pending ? "Saving…" : "Save the supplement"}
        </Button>
        <Link href="/supplements" className="link">
          Cancel
        </Link>
      </div>
    </form>
  );
};
