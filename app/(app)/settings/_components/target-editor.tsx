"use client";

import { useRef, useState, useTransition } from "react";
import { toFormState, useSubmit } from "@/app/_forms/use-submit";
import { typedNumber } from "@/app/_profile/draft";
import { FormError, fieldError } from "@/components/forms/form-error";
import { LeaveGuard } from "@/components/forms/leave-guard";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { NumberInput, TextInput } from "@/components/ui/inputs";
import { showToast } from "@/components/ui/toast";
import { type Mineral, NUTRIENTS, type TargetOverride } from "@/lib/nutrition";
import { resetTarget, saveTarget } from "../actions";

type TargetEditorProps = { mineral: Mineral; own: TargetOverride | null };

/** Sets or takes back an own target. */
export const TargetEditor = ({ mineral, own }: TargetEditorProps) => {
  const [open, setOpen] = useState(false);
  const { label } = NUTRIENTS[mineral];
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={`Own target for ${label.toLowerCase()}`}
      size="s"
      trigger={
        <Button size="s" aria-label={`Change the ${label.toLowerCase()} target`}>
          Change
        </Button>
      }
    >
      <TargetForm mineral={mineral} own={own} onDone={() => setOpen(false)} />
    </Dialog>
  );
};

const TargetForm = ({ mineral, own, onDone }: TargetEditorProps & { onDone: () => void }) => {
  const { label, unit } = NUTRIENTS[mineral];
  const element = useRef<HTMLFormElement>(null);
  const [resetting, start] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const { form, state, fieldState, pending, button } = useSubmit(async (data) => {
    const target = typedNumber(String(data.get("target")));
    const result = await saveTarget({ mineral, target, reason: String(data.get("reason")) });
    if (result.ok) {
      showToast(`${label}: your own target is set`);
      onDone();
    }
    return toFormState(result);
  });
  const reset = () =>
    start(async () => {
      const result = await resetTarget({ mineral });
      if (!result.ok) return setProblem(result.error.message);
      showToast(`${label}: back to the published target`);
      onDone();
    });
  return (
    <form {...form} ref={element} className="grid gap-5 p-5 phone:p-4">
      <LeaveGuard form={element} submit={{ state, pending }} onBack={onDone} />
      <FormError
        state={state?.ok === false || state?.message ? state : problem === null ? null : { message: problem }}
        labels={{ target: "Target a day", reason: "Reason" }}
      />
      <Field label="Target a day" id="target" error={fieldError(fieldState, "target")} required>
        <NumberInput name="target" unit={unit} defaultValue={own === null ? "" : String(own.target)} />
      </Field>
      <Field
        label="Reason"
        id="reason"
        hint="So that you, or whoever reads your report, know later. For example: my dietitian, March."
        error={fieldError(fieldState, "reason")}
        required
      >
        <TextInput name="reason" maxLength={300} defaultValue={own?.reason ?? ""} />
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <Button {...button} variant="primary">
          {pending ? "Saving…" : "Save"}
        </Button>
        <DialogClose>
          <Button variant="ghost">Cancel</Button>
        </DialogClose>
        {own !== null && (
          <Button className="ml-auto" onClick={reset} aria-disabled={resetting}>
            Use the published target
          </Button>
        )}
      </div>
    </form>
  );
};
