"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useId, useRef, useState } from "react";
import { useSave } from "@/app/_forms/use-save";
import { useSubmit } from "@/app/_forms/use-submit";
import { foodPath } from "@/app/(app)/_features/food";
import { asInput, newId } from "@/app/(app)/_features/offline";
import { ScanButton } from "@/app/(app)/_features/palette";
import { FormError, fieldError } from "@/components/forms/form-error";
import { LeaveGuard } from "@/components/forms/leave-guard";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { showToast } from "@/components/ui/toast";
import { leaveLayers } from "@/components/ui/use-back-closes";
import type { FoodLabel, FoodView, OwnFoodInput, ProductView } from "@/lib/foods/schemas";
import { formatGrams } from "@/lib/format";
import { labelPer100g, NUTRIENTS } from "@/lib/nutrition";
import { NO_VERSION } from "@/lib/versions";
import { EstimateFields } from "./estimate-fields";
import { emptyLabel, labelOfFood, labelOfProduct, toFoodLabel } from "./label-draft";
import { LabelAmountFields, LabelBasisFields } from "./label-fields";
import { LABEL_NUTRIENTS, readFoodForm } from "./own-food";
import { PortionFields, type PortionRow } from "./portion-fields";

type OwnFoodFormProps = {
  /** The food that is changed. */
  food?: FoodView;
  /** What a new one begins with. */
  product?: ProductView;
  name?: string;
  barcode?: string;
  /** Decides which label is taken for the usual one. */
  units: "metric" | "us";
};

/** The errors that came by the path of what was sent, at the fields they were typed in. */
const atFields = (fields: Record<string, string>, rows: readonly (string | null)[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([path, message]) => {
      const portion = /^portions\.(\d+)\.(label|grams)$/.exec(path);
      const row = portion && rows[Number(portion[1])];
      if (row) return [`${row}.${portion[2]}`, message];
      if (portion) return [portion[2] === "label" ? "household" : "grams", message];
      const amount = /^label\.amounts\.(\w+)/.exec(path);
      if (amount) return [`amounts.${amount[1]}`, message];
      return [path === "label.basis.grams" ? "grams" : path, message];
    }),
  );

const productName = ({ name, brand }: ProductView): string =>
  brand === null || name === "" || name.toLowerCase().includes(brand.toLowerCase())
    ? name
    : `${name}, ${brand}`;

/** A part of an own food in words, where it is told beside another. */
const foodWords = (field: string, value: unknown): string => {
  if (value === null || value === undefined) return "nothing";
  if (field === "portions")
    return (value as OwnFoodInput["portions"])
      .map(({ label, grams }) => `${label}: ${formatGrams(grams)}`)
      .join(", ");
  if (field === "label") {
    const { amounts } = value as FoodLabel;
    return LABEL_NUTRIENTS.flatMap((nutrient) => {
      const amount = amounts[nutrient];
      return amount ? [`${NUTRIENTS[nutrient].label} ${amount.lessThan ? "<" : ""}${amount.value}`] : [];
    }).join(", ");
  }
  if (field === "per100g")
    return Object.entries(value)
      .map(([nutrient, amount]) => `${NUTRIENTS[nutrient as keyof typeof NUTRIENTS].label} ${amount}`)
      .join(", ");
  return field === "estimateFood" ? "a food of the table" : String(value);
};

/** The form of an own food, as on its label. A blank field is unknown, never zero. */
export const OwnFoodForm = ({ food, product, name = "", barcode = "", units }: OwnFoodFormProps) => {
  const router = useRouter();
  const prefix = useId();
  const form = useRef<HTMLFormElement>(null);
  const nextRow = useRef(100);
  const [draft, setDraft] = useState(() =>
    food ? labelOfFood(food) : product ? labelOfProduct(product) : emptyLabel(units),
  );
  const [code, setCode] = useState(food?.barcode ?? product?.barcode ?? barcode);
  const [rows, setRows] = useState<readonly PortionRow[]>(
    () =>
      (food ?? product)?.portions.map(({ label, grams }, index) => ({
        row: `${prefix}row${index}`,
        label,
        grams: String(grams),
      })) ?? [],
  );
  const keys = rows.map(({ row }) => row);
  const [id] = useState(() => food?.id ?? `own:${newId()}`);
  const leave = (to: string) =>
    leaveLayers(() => {
      router.push(to);
      router.refresh();
    });
  const { save, question } = useSave<FoodView>({
    path: `/api/v1/foods/${id}`,
    version: food?.version ?? NO_VERSION,
    base: food ? asInput(`/foods/${id}`, food) : null,
    label: "A food of your own",
    labels: {
      name: "Name",
      barcode: "Barcode",
      label: "What the label says",
      per100g: "Amounts per 100 g",
      estimateFood: "Similar food",
      portions: "Portions",
    },
    show: foodWords,
    onSaved: () => leave(foodPath(id)),
    onKept: (words, durable) => {
      showToast(words);
      if (durable) leave("/foods");
    },
    onGone: () => leave("/foods"),
  });
  const submit = useSubmit(async (data) => {
    const typed = readFoodForm(data, draft, keys);
    const { fields, ...answer } = await save(typed.food);
    return fields ? { ...answer, fields: atFields(fields, typed.rows) } : answer;
  });
  const errorAt = (field: string) => fieldError(submit.fieldState, field);
  const labels: Record<string, string> = {
    name: "Name",
    barcode: "Barcode",
    grams: "Weight",
    household: "A serving is",
  };
  for (const id of LABEL_NUTRIENTS) labels[`amounts.${id}`] = NUTRIENTS[id].label;
  for (const [index, row] of keys.entries()) {
    labels[`${row}.label`] = `Portion ${index + 1}`;
    labels[`${row}.grams`] = `Weight of portion ${index + 1}`;
  }
  const sought = () => {
    const label = toFoodLabel(draft);
    const known = (id: "energy" | "protein"): number | null => {
      const value =
        label.amounts[id] && label.amounts[id].value >= 0 ? labelPer100g(label, id)?.amount : null;
      return value !== null && Number.isFinite(value) ? (value ?? null) : null;
    };
    const [energy, protein] = [known("energy"), known("protein")];
    const typed = form.current?.elements.namedItem("name");
    const called = typed instanceof HTMLInputElement ? typed.value.trim() : "";
    return energy === null ? null : { name: called, energy, ...(protein !== null && { protein }) };
  };
  return (
    <form {...submit.form} ref={form} className="grid max-w-[800px] gap-5 phone:gap-3.5">
      {question}
      <LeaveGuard value={draft} form={form} submit={submit} />
      <FormError state={submit.state} labels={labels} />
      <Card aria-labelledby="food">
        <CardHeader id="food" title="Food" />
        <CardBody className="grid gap-5">
          <Field label="Name" id="name" error={errorAt("name")} required>
            <TextInput
              name="name"
              maxLength={200}
              autoComplete="off"
              defaultValue={food?.name ?? (product ? productName(product) : name)}
            />
          </Field>
          <div className="flex items-start gap-2 sm:max-w-[calc(50%-8px)]">
            <Field
              label="Barcode"
              id="barcode"
              error={errorAt("barcode")}
              hint="The digits under it; found by them when you log."
              className="min-w-0 flex-1"
            >
              <TextInput
                name="barcode"
                inputMode="numeric"
                maxLength={40}
                autoComplete="off"
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
            </Field>
            <ScanButton onCode={setCode} className="mt-[28px]" />
          </div>
          <LabelBasisFields draft={draft} onChange={setDraft} errorAt={errorAt} />
        </CardBody>
      </Card>
      <LabelAmountFields draft={draft} onChange={setDraft} errorAt={errorAt} />
      <EstimateFields
        known={food?.estimate ? [food.estimate.food] : (product?.similar ?? [])}
        chosen={food?.estimate?.food.id ?? null}
        sought={sought}
      />
      <PortionFields
        rows={rows}
        errorAt={errorAt}
        onAdd={() =>
          setRows((before) => [...before, { row: `${prefix}row${nextRow.current++}`, label: "", grams: "" }])
        }
        onRemove={(row) => setRows((before) => before.filter((other) => other.row !== row))}
      />
      <div className="flex items-center gap-3">
        <Button variant="primary" size="l" {...submit.button}>
          {submit.pending ? "Saving…" : "Save the food"}
        </Button>
        <Link href={food ? foodPath(food.id) : "/foods"} className="link">
          Cancel
        </Link>
      </div>
    </form>
  );
};
