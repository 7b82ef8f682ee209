"use client";

import { Plus, X } from "lucide-react";
import { Button, IconButton } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { NumberInput, TextInput } from "@/components/ui/inputs";

export type PortionRow = { readonly row: string; readonly label: string; readonly grams: string };

type PortionFieldsProps = {
  rows: readonly PortionRow[];
  onAdd: () => void;
  onRemove: (row: string) => void;
  errorAt: (field: string) => string | undefined;
};

/** Household measures of an own food and what one of them weighs. */
export const PortionFields = ({ rows, onAdd, onRemove, errorAt }: PortionFieldsProps) => (
  <Card aria-labelledby="own-portions">
    <CardHeader id="own-portions" title="Portions" detail="Household measures and what one of them weighs." />
    <CardBody className="grid gap-4">
      {rows.map(({ row, label, grams }, index) => (
        <div key={row} className="grid grid-cols-[minmax(0,1fr)_112px_auto] items-start gap-3">
          <Field label={`Portion ${index + 1}`} id={`${row}.label`} error={errorAt(`${row}.label`)}>
            <TextInput name={`${row}.label`} maxLength={80} placeholder="1 slice" defaultValue={label} />
          </Field>
          <Field label="Weight" id={`${row}.grams`} error={errorAt(`${row}.grams`)}>
            <NumberInput name={`${row}.grams`} unit="g" maxLength={20} defaultValue={grams} />
          </Field>
          <IconButton
            label={`Remove portion ${index + 1}`}
            className="mt-[31px]"
            onClick={() => onRemove(row)}
          >
            <X size={16} strokeWidth={1.75} aria-hidden />
          </IconButton>
        </div>
      ))}
      {rows.length < 20 && (
        <Button className="justify-self-start" onClick={onAdd}>
          <Plus size={16} strokeWidth={1.75} aria-hidden />
          Add a portion
        </Button>
      )}
    </CardBody>
  </Card>
);
