"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { FormError } from "@/components/forms/form-error";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { MAX_UPLOAD_BYTES, MAX_UPLOAD_FILES } from "@/lib/foodtables/client";
import { countNoun } from "@/lib/format";
import { makeTable, sendFile } from "./send-table";

type Step =
  | { readonly at: "idle" }
  | { readonly at: "sending"; readonly sent: number; readonly total: number }
  | { readonly at: "reading" }
  | { readonly at: "failed"; readonly message: string }
  /** An older edition is there; the files are still on the server. */
  | { readonly at: "older"; readonly message: string; readonly upload: string }
  | { readonly at: "done"; readonly message: string };

const CONFLICT = 409;

const problemWith = (files: readonly File[]): string | null => {
  if (files.length === 0) return "Choose the files of a food table first.";
  if (files.length > MAX_UPLOAD_FILES)
    return `At most ${MAX_UPLOAD_FILES} files can be sent at once. Pack the files of this table into a zip archive.`;
  const large = files.find(({ size }) => size > MAX_UPLOAD_BYTES);
  return large
    ? `${large.name} has more than ${MAX_UPLOAD_BYTES / 1024 / 1024} MiB. Add it on the server, with npm run foods:add.`
    : null;
};

/** Uploads the files of an official release, shows how far it is, and has the server make a table of them. */
export const AddTableForm = () => {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [step, setStep] = useState<Step>({ at: "idle" });
  const busy = step.at === "sending" || step.at === "reading";

  const make = async (upload: string, replace: boolean) => {
    setStep({ at: "reading" });
    const made = await makeTable(upload, replace);
    if (!made.ok) {
      return setStep(
        made.status === CONFLICT && !replace
          ? { at: "older", message: made.message, upload }
          : { at: "failed", message: made.message },
      );
    }
    const { table, isNew } = made.value;
    const what = `${table.name}, ${table.edition}, with ${countNoun(table.foods, "food")}`;
    setStep({ at: "done", message: isNew ? `Added ${what}.` : `Nothing to do: ${what}, is here already.` });
    form.current?.reset();
    router.refresh();
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const files = new FormData(event.currentTarget)
      .getAll("files")
      .filter((each): each is File => each instanceof File && each.name !== "");
    const problem = problemWith(files);
    if (problem !== null) return setStep({ at: "failed", message: problem });
    const upload = crypto.randomUUID();
    const total = files.reduce((sum, { size }) => sum + size, 0);
    let before = 0;
    for (const file of files) {
      setStep({ at: "sending", sent: before, total });
      const start = before;
      const sent = await sendFile(upload, file, (loaded) =>
        setStep({ at: "sending", sent: start + loaded, total }),
      );
      if (!sent.ok) return setStep({ at: "failed", message: `${file.name}: ${sent.message}` });
      before += file.size;
    }
    await make(upload, false);
  };

  return (
    <form ref={form} onSubmit={submit} className="grid max-w-[520px] grid-cols-[minmax(0,1fr)] gap-4">
      <FormError state={step.at === "failed" || step.at === "older" ? { message: step.message } : null} />
      <Field
        id="files"
        label="Files of the table"
        hint="A zip archive, or all files of one release together. What they say is checked before anything is added."
      >
        <input
          id="files"
          name="files"
          type="file"
          multiple
          aria-describedby="files-hint"
          className="block w-full min-w-0 text-13 file:mr-3 file:h-10 file:rounded-md file:border file:border-control file:border-solid file:bg-surface file:px-3 file:font-medium file:text-ink phone:file:h-11"
        />
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        {step.at === "older" ? (
          <Button type="button" variant="primary" onClick={() => make(step.upload, true)}>
            Replace the older edition
          </Button>
        ) : (
          <Button type="submit" variant="primary" aria-disabled={busy}>
            {busy ? "Adding…" : "Add table"}
          </Button>
        )}
        {step.at === "sending" && (
          <progress
            aria-label="Upload"
            className="h-2 w-40 accent-[var(--accent)]"
            max={step.total}
            value={step.sent}
          />
        )}
      </div>
      <p role="status" className="text-13 text-ink-2">
        {step.at === "sending" && "Sending the files…"}
        {step.at === "reading" && "Reading and checking the table. This can take half a minute."}
        {step.at === "done" && step.message}
      </p>
    </form>
  );
};
