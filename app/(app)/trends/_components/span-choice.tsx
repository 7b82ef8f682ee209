import Form from "next/form";
import { Button, ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import type { SpanChoice, SpanField, SpanPreset, TrendSpan } from "@/lib/insights/schemas";
import { FIRST_DAY, LAST_DAY } from "@/lib/nutrition";
import { spansQuery } from "./trend-words";

const ACTION = "/trends";
const BEFORE: { readonly [S in TrendSpan]: string } = {
  30: "The 30 days before",
  90: "The 90 days before",
  365: "The year before",
};
const LABELS: { readonly [P in Exclude<SpanPreset["id"], "before">]: string } = {
  "year-ago": "The same days a year ago",
  "this-month": "This month against last month",
  "last-month": "Last month against the one before",
};

type Props = { span: TrendSpan; choice: SpanChoice };

/** Which two spans are compared: usual pairs as links, any two by their days, or a day that parts them. */
export const SpanChoiceForm = ({ span, choice }: Props) => {
  const { spans, problems, presets } = choice;
  const ownDays =
    Object.keys(problems).length > 0 || (spans !== null && !presets.some(({ current }) => current));
  return (
    <div className="no-print mt-3 grid gap-3">
      <ul aria-label="What to compare" className="flex flex-wrap gap-x-2 gap-y-2 phone:gap-y-3">
        {presets.map(({ id, current, ...pair }) => (
          <li key={id}>
            <ButtonLink
              size="s"
              scroll={false}
              href={`/trends?days=${span}${id === "before" ? "" : spansQuery(pair)}`}
              aria-current={current ? "true" : undefined}
              className="aria-[current]:border-ink"
            >
              {id === "before" ? BEFORE[span] : LABELS[id]}
            </ButtonLink>
          </li>
        ))}
      </ul>
      <details open={ownDays}>
        <summary className="w-fit py-1 font-medium text-13 phone:py-3">Choose the days yourself</summary>
        <div className="mt-2 grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] gap-x-8 gap-y-5 phone:grid-cols-1 phone:pb-2">
          <TwoSpans span={span} choice={choice} />
          <AroundDay span={span} choice={choice} />
        </div>
      </details>
    </div>
  );
};

/** A day of a span; the browser's own field for one, which keeps what was typed when it comes back. */
const Day = ({ name, label, choice }: { name: SpanField; label: string; choice: SpanChoice }) => (
  <Field id={`span-${name}`} label={label} error={choice.problems[name]} required>
    <TextInput
      key={choice.typed[name]}
      type="date"
      name={name}
      min={FIRST_DAY}
      max={LAST_DAY}
      defaultValue={choice.typed[name]}
    />
  </Field>
);

const LEGEND = "mb-2 text-12 text-ink-3";

const TwoSpans = ({ span, choice }: Props) => (
  <Form action={ACTION} scroll={false} className="grid content-start gap-4">
    <input type="hidden" name="days" value={span} />
    <fieldset>
      <legend className={LEGEND}>These days</legend>
      <div className="grid grid-cols-2 gap-3">
        <Day name="from" label="First day" choice={choice} />
        <Day name="to" label="Last day" choice={choice} />
      </div>
    </fieldset>
    <fieldset>
      <legend className={LEGEND}>Against these</legend>
      <div className="grid grid-cols-2 gap-3">
        <Day name="againstFrom" label="First day" choice={choice} />
        <Day name="againstTo" label="Last day" choice={choice} />
      </div>
    </fieldset>
    <Button type="submit" className="w-fit phone:h-11">
      Compare the two
    </Button>
  </Form>
);

const AroundDay = ({ span, choice }: Props) => (
  <Form action={ACTION} scroll={false} className="grid content-start gap-4">
    <input type="hidden" name="days" value={span} />
    <fieldset>
      <legend className={LEGEND}>Before and after a day</legend>
      <Day name="around" label="The day of a change" choice={choice} />
      <p className="mt-1.5 text-13 text-ink-2">
        The {span} days before it, against that day and up to {span - 1} after it.
      </p>
    </fieldset>
    <Button type="submit" className="w-fit phone:h-11">
      Compare before and after
    </Button>
  </Form>
);
