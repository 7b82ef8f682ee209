"use client";

import { Plus, X } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useId, useRef, useState } from "react";
import { stateOf, useSubmit } from "@/app/_forms/use-submit";
import { FormError } from "@/components/forms/form-error";
import { fieldError } from "@/components/forms/form-state";
import { Hallmark } from "@/components/nutrition/hallmark";
import { Button, IconButton } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { NumberInput, TextInput } from "@/components/ui/inputs";
import { Segmented } from "@/components/ui/segmented";
import type { FoodView } from "@/lib/foods/schemas";
import { isMineral, MINERALS, NUTRIENTS, type NutrientId } from "@/lib/nutrition";
import { changeFood, makeFood } from "../actions";
import { foodPath } from "./food-path";
import { LABEL_NUTRIENTS, readFoodForm } from "./own-food";

type OwnFoodFormProps = { food?: FoodView; name?: string };

const OTHERS = LABEL_NUTRIENTS.filter((id) => !isMineral(id));

/** The errors that came for portions by number, at the rows they were sent from. */
const atRows = (fields: Record<string, string>, rows: readonly (string | null)[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([path, message]) => {
      const match = /^portions\.(\d+)\.(label|grams)$/.exec(path);
      const row = match && rows[Number(match[1])];
      return [row ? `${row}.${match[2]}` : path, message];
    }),
  );

/** A food of one's own, as its label has it. What is left blank is unknown, never zero. */
export const OwnFoodForm = ({ food, name = "" }: OwnFoodFormProps) => {
  const router = useRouter();
  const prefix = useId();
  const nextRow = useRef(food?.portions.length ?? 0);
  const [basis, setBasis] = useState<"100" | "serving">("100");
  const [rows, setRows] = useState(() =>
    (food?.portions ?? []).map(({ label, grams }, index) => ({
      row: `${prefix}row${index}`,
      label,
      grams: String(grams),
    })),
  );
  const keys = rows.map(({ row }) => row);
  const addRow = () => {
    const row = `${prefix}row${nextRow.current++}`;
    setRows((before) => [...before, { row, label: "", grams: "" }]);
  };
  const { form, state, fieldState, pending, button } = useSubmit(async (data) => {
    const typed = readFoodForm(data, keys);
    if (!typed.ok) return { message: "Nothing was saved yet. Please check:", fields: typed.fields };
    const result = food ? await changeFood({ id: food.id, ...typed.food }) : await makeFood(typed.food);
    if (result.ok) {
      router.push(foodPath(result.value.id));
      return { ok: true };
    }
    const { fields, ...problem } = stateOf(result);
    if (!fields) return problem;
    return { ...problem, fields: atRows(fields, typed.rows) };
  });
  const labels: Record<string, string> = { name: "Name", serving: "One serving weighs" };
  for (const id of LABEL_NUTRIENTS) labels[`per100g.${id}`] = NUTRIENTS[id].label;
  for (const [index, row] of keys.entries()) {
    labels[`${row}.label`] = `Portion ${index + 1}`;
    labels[`${row}.grams`] = `Weight of portion ${index + 1}`;
  }
  const amount = (id: NutrientId) => {
    const field = `per100g.${id}`;
    const known = food?.per100g[id] ?? null;
    return (
      <Field
        key={id}
        id={field}
        label={
          <span className="flex items-center gap-2">
            {isMineral(id) && <Hallmark mineral={id} size={20} />}
            {NUTRIENTS[id].label}
          </span>
        }
        error={fieldError(fieldState, field)}
      >
        <NumberInput name={field} unit={NUTRIENTS[id].unit} maxLength={20} defaultValue={known ?? ""} />
      </Field>
    );
  };
  const grid = "grid gap-x-4 gap-y-5 sm:grid-cols-2 lg:grid-cols-3";
  return (
    <form {...form} className="grid max-w-[800px] gap-5 phone:gap-3.5">
      <FormError state={state} labels={labels} />
      <Card aria-labelledby="food">
        <CardHeader id="food" title="Food" />
        <CardBody className="grid gap-5">
          <Field label="Name" id="name" error={fieldError(fieldState, "name")} required>
            <TextInput name="name" maxLength={200} autoComplete="off" defaultValue={food?.name ?? name} />
          </Field>
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <Segmented
              label="The label gives amounts"
              name="basis"
              options={[
                { value: "100", label: "per 100 g" },
                { value: "serving", label: "per serving" },
              ]}
              value={basis}
              onValueChange={setBasis}
            />
            {basis === "serving" && (
              <Field
                label="One serving weighs"
                id="serving"
                error={fieldError(fieldState, "serving")}
                required
              >
                <NumberInput name="serving" unit="g" maxLength={20} />
              </Field>
            )}
          </div>
        </CardBody>
      </Card>
      <Card aria-labelledby="minerals">
        <CardHeader id="minerals" title="Minerals" detail="Leave blank what the label does not name." />
        <CardBody className={grid}>{MINERALS.map(amount)}</CardBody>
      </Card>
      <Card aria-labelledby="others">
        <CardHeader id="others" title="What else it names" />
        <CardBody className={grid}>{OTHERS.map(amount)}</CardBody>
      </Card>
      <Card aria-labelledby="own-portions">
        <CardHeader
          id="own-portions"
          title="Portions"
          detail="Household measures and what one of them weighs."
        />
        <CardBody className="grid gap-4">
          {rows.map(({ row, label, grams }, index) => (
            <div key={row} className="grid grid-cols-[minmax(0,1fr)_112px_auto] items-start gap-3">
              <Field
                label={`Portion ${index + 1}`}
                id={`${row}.label`}
                error={fieldError(fieldState, `${row}.label`)}
              >
                <TextInput name={`${row}.label`} maxLength={80} placeholder="1 slice" defaultValue={label} />
              </Field>
              <Field label="Weight" id={`${row}.grams`} error={fieldError(fieldState, `${row}.grams`)}>
                <NumberInput name={`${row}.grams`} unit="g" maxLength={20} defaultValue={grams} />
              </Field>
              <IconButton
                label={`Remove portion ${index + 1}`}
                className="mt-[31px]"
                onClick={() => setRows((before) => before.filter((other) => other.row !== row))}
              >
                <X size={16} strokeWidth={1.75} aria-hidden />
              </IconButton>
            </div>
          ))}
          {rows.length < 20 && (
            <Button className="justify-self-start" onClick={addRow}>
              <Plus size={16} strokeWidth={1.75} aria-hidden />
              Add a portion
            </Button>
          )}
        </CardBody>
      </Card>
      <div className="flex items-center gap-3">
        <Button {...button} variant="primary" size="l">
          {pending ? "Saving…" : "Save the food"}
        </Button>
        <Link href={food ? foodPath(food.id) : "/foods"} className="link">
          Cancel
        </Link>
      </div>
    </form>
  );
};
