"use client";

import { Camera, Flashlight } from "lucide-react";
import { type ChangeEvent, type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import { takeShared } from "@/app/(app)/_features/offline";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { normaliseBarcode } from "@/lib/foods/client";
import { barcodeReader, readBarcodeIn } from "./barcode-reader";
import { setTorch } from "./camera";
import { useScan } from "./use-scan";

type ScanDialogProps = {
  onClose: () => void;
  onCode: (code: string) => void;
  /** Whether another app has shared a picture, which is read first. */
  shared: boolean;
};

const WRONG =
  "These are not the digits of a barcode: there are 8, 12, 13 or 14 of them, and the last checks the others.";

/** The camera picture with a frame for the barcode. */
const Viewfinder = ({ onCode }: { onCode: (code: string) => void }) => {
  const video = useRef<HTMLVideoElement>(null);
  const { stream, torch, problem } = useScan(video, onCode);
  const [lit, setLit] = useState(false);
  if (problem !== null)
    return (
      <p role="alert" className="rounded-md bg-sunken px-4 py-3 text-13">
        {problem} Take a photo of the barcode, or type its digits.
      </p>
    );
  return (
    <div className="relative overflow-hidden rounded-md bg-sunken">
      <video
        ref={video}
        muted
        playsInline
        aria-label="Picture of the camera"
        className="block aspect-[4/3] w-full object-cover"
      />
      <span
        aria-hidden
        className="absolute inset-x-[12%] top-1/2 h-[34%] -translate-y-1/2 rounded-md border-2 border-white/80"
      />
      <p
        role="status"
        className="absolute inset-x-0 bottom-0 bg-black/55 px-3 py-2 text-center text-13 text-white"
      >
        {stream ? "Hold the barcode into the frame" : "Starting the camera…"}
      </p>
      {stream && torch && (
        <Button
          className="absolute! top-2 right-2"
          aria-pressed={lit}
          onClick={() =>
            setTorch(stream, !lit).then(
              () => setLit(!lit),
              () => {},
            )
          }
        >
          <Flashlight size={16} strokeWidth={1.75} aria-hidden />
          Light
        </Button>
      )}
    </div>
  );
};

/** Reads a barcode with the camera, from a photo, or from typed digits. */
export const ScanDialog = ({ onClose, onCode, shared }: ScanDialogProps) => {
  const photo = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string>();
  const [said, setSaid] = useState("");
  const found = useRef(onCode);
  found.current = onCode;
  const take = useCallback((code: string) => found.current(code), []);

  const readPhoto = useCallback(
    async (file: Blob) => {
      setSaid("Reading the photo…");
      try {
        const image = await createImageBitmap(file);
        const code = await readBarcodeIn(await barcodeReader(), image).finally(() => image.close());
        if (code !== null) return take(code);
        setSaid("No barcode was found in the photo. Try it closer, straight and in good light.");
      } catch {
        setSaid("The photo could not be read.");
      }
    },
    [take],
  );
  useEffect(() => {
    if (shared)
      void takeShared().then((file) =>
        file ? readPhoto(file) : setSaid("The shared photo is not here any more."),
      );
  }, [shared, readPhoto]);
  const onPhoto = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    event.target.value = "";
    if (file) void readPhoto(file);
  };
  // A portal's events still rise to the form that the dialog was opened from.
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const code = normaliseBarcode(typed);
    if (code === null) setError(WRONG);
    else take(code);
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} size="s" title="Scan a barcode">
      <div className="grid gap-4 px-5 py-4 phone:px-4 phone:pb-[calc(16px+env(safe-area-inset-bottom))]">
        <Viewfinder onCode={take} />
        <form onSubmit={onSubmit} className="flex items-start gap-2" noValidate>
          <Field label="Digits" error={error} className="min-w-0 flex-1">
            <TextInput
              inputMode="numeric"
              autoComplete="off"
              maxLength={40}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                setError(undefined);
              }}
            />
          </Field>
          <Button type="submit" className="mt-[28px] h-10! phone:h-11!">
            Look up
          </Button>
        </form>
        <div className="grid gap-2">
          <Button onClick={() => photo.current?.click()}>
            <Camera size={16} strokeWidth={1.75} aria-hidden />
            Take or choose a photo
          </Button>
          <input
            ref={photo}
            type="file"
            accept="image/*"
            capture="environment"
            aria-label="Photo of a barcode"
            className="sr-only"
            tabIndex={-1}
            onChange={onPhoto}
          />
          <p role="status" className="text-13 text-ink-2 empty:hidden">
            {said}
          </p>
        </div>
      </div>
    </Dialog>
  );
};
