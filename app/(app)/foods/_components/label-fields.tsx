"use client";

import { Hallmark } from "@/components/nutrition/hallmark";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { NumberInput, Select, TextInput } from "@/components/ui/inputs";
import { Segmented } from "@/components/ui/segmented";
import { uncapitalise } from "@/lib/format";
import { isMineral, labelUnits, MINERALS, NUTRIENTS, type NutrientId } from "@/lib/nutrition";
import { type LabelDraft, labelHint, unitIn, unitWords, withConvention } from "./label-draft";
import { LABEL_NUTRIENTS } from "./own-food";

type LabelFieldsProps = {
  draft: LabelDraft;
  onChange: (draft: LabelDraft) => void;
  errorAt: (field: string) => string | undefined;
};

const OTHERS = LABEL_NUTRIENTS.filter((id) => !isMineral(id));

const BASES = [
  { value: "100g", label: "100 g" },
  { value: "100ml", label: "100 ml" },
  { value: "serving", label: "a serving" },
] as const;

/** Whose rules the label follows and what its figures are of. */
export const LabelBasisFields = ({ draft, onChange, errorAt }: LabelFieldsProps) => (
  <>
    <Segmented
      label="The figures are from"
      name="convention"
      options={[
        { value: "eu", label: "EU or UK label" },
        { value: "us", label: "US label" },
        { value: "none", label: "Elsewhere" },
      ]}
      value={draft.convention}
      onValueChange={(convention) => onChange(withConvention(draft, convention))}
      {...(draft.convention === "us" && {
        hint: "A 0 on a US label means less than 2 % of the daily value: it is kept as a bound, not as zero.",
      })}
    />
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Segmented
        label="They are of"
        name="per"
        options={draft.convention === "us" ? BASES.toReversed() : BASES}
        value={draft.per}
        onValueChange={(per) => onChange({ ...draft, per })}
      />
      {draft.per !== "100g" && (
        <Field
          label={draft.per === "serving" ? "One serving weighs" : "100 ml weigh"}
          id="grams"
          error={errorAt("grams")}
          required
          {...(draft.per === "100ml" && {
            hint: "Water weighs 100 g, milk 103 g, orange juice 105 g, oil 91 g.",
          })}
        >
          <NumberInput
            name="grams"
            unit="g"
            maxLength={20}
            value={draft.grams}
            onChange={(event) => onChange({ ...draft, grams: event.target.value })}
          />
        </Field>
      )}
      {draft.per === "serving" && (
        <Field
          label="A serving is"
          id="household"
          error={errorAt("household")}
          hint="Its household measure, such as “1 cup”, to log it by. Optional."
        >
          <TextInput
            maxLength={80}
            autoComplete="off"
            placeholder="1 cup"
            value={draft.household}
            onChange={(event) => onChange({ ...draft, household: event.target.value })}
          />
        </Field>
      )}
    </div>
  </>
);

/** The figures of a label, the six minerals first. A blank field is unknown. */
export const LabelAmountFields = ({ draft, onChange, errorAt }: LabelFieldsProps) => {
  const change = (id: NutrientId, to: Partial<LabelDraft["amounts"][NutrientId]>) => {
    const { from: _, ...typed } = draft.amounts[id];
    onChange({ ...draft, amounts: { ...draft.amounts, [id]: { ...typed, ...to } } });
  };
  const amount = (id: NutrientId) => {
    const field = `amounts.${id}`;
    const units = labelUnits(draft.convention, id);
    const as = unitIn(draft, id);
    const { label } = NUTRIENTS[id];
    const hint = labelHint(draft, id);
    return (
      <div key={id} className="flex items-start gap-2">
        <Field
          id={field}
          label={
            <span className="flex items-center gap-2">
              {isMineral(id) && <Hallmark mineral={id} size={20} />}
              {label}
            </span>
          }
          error={errorAt(field)}
          {...(hint !== undefined && { hint })}
          className="min-w-0 flex-1"
        >
          <NumberInput
            name={field}
            {...(units.length === 1 && { unit: unitWords(draft.convention, id, as) })}
            maxLength={20}
            value={draft.amounts[id].text}
            onChange={(event) => change(id, { text: event.target.value })}
          />
        </Field>
        {units.length > 1 && (
          <Select
            aria-label={`Unit of ${uncapitalise(label)}`}
            className="mt-[28px] w-[104px] flex-none"
            value={as}
            onChange={(event) =>
              change(id, { as: units.find((unit) => unit === event.target.value) ?? null })
            }
          >
            {units.map((unit) => (
              <option key={unit} value={unit}>
                {unitWords(draft.convention, id, unit)}
              </option>
            ))}
          </Select>
        )}
      </div>
    );
  };
  const grid = "grid gap-x-4 gap-y-5 sm:grid-cols-2 lg:grid-cols-3";
  return (
    <>
      <Card aria-labelledby="minerals">
        <CardHeader id="minerals" title="Minerals" detail="Leave blank what the label does not name." />
        <CardBody className={grid}>{MINERALS.map(amount)}</CardBody>
      </Card>
      <Card aria-labelledby="others">
        <CardHeader id="others" title="What else it names" />
        <CardBody className={grid}>{OTHERS.map(amount)}</CardBody>
      </Card>
    </>
  );
};
