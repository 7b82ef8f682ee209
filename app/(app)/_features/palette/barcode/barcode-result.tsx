"use client";

import { Plus, ScanBarcode } from "lucide-react";
import Link from "next/link";
import { readBarcode } from "@/app/(app)/foods/actions";
import { pause } from "@/components/ui/pause";
import { useAsync } from "@/components/ui/use-async";

type Answer = { readonly title: string; readonly detail: string; readonly found: boolean };

const reviewPath = (code: string): string => `/foods/new?barcode=${code}`;

/** Pause in typing after which a product is looked up, in milliseconds: eight digits may become thirteen. */
const TYPING_PAUSE_MS = 350;

const notFound = (detail: string): Answer => ({
  title: "Create a food with this barcode",
  detail,
  found: false,
});

const lookUp = async (code: string, signal: AbortSignal): Promise<Answer> => {
  await pause(TYPING_PAUSE_MS, signal);
  const result = await readBarcode({ code }).catch(() => null);
  if (result === null) return notFound("The server did not answer.");
  if (!result.ok) return notFound(result.error.message);
  const { value } = result;
  if (value.kind === "own") return { title: value.name, detail: "Your food", found: true };
  const name = value.name || "Product without a name";
  return {
    title: value.brand === null ? name : `${name}, ${value.brand}`,
    detail: "Open Food Facts: review it, then save it",
    found: true,
  };
};

/** The result for a barcode that no own food has: a product to review, or a form for a new food. */
export const BarcodeResult = ({ code, onFollow }: { code: string | null; onFollow: () => void }) => {
  const load = code === null ? null : (signal: AbortSignal) => lookUp(code, signal);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what `load` is made of
  const { status, value } = useAsync(load, [code]);
  if (code === null)
    return (
      <p role="status" className="px-3 py-4 text-13 text-ink-2">
        A barcode with these digits does not exist: one of them must be wrong.
      </p>
    );
  const current = status === "done" ? value : undefined;
  return (
    <div role="status">
      {current === undefined ? (
        <p className="px-3 py-4 text-13 text-ink-2">Looking {code} up…</p>
      ) : (
        <Link
          replace
          href={reviewPath(code)}
          onClick={onFollow}
          className="grid min-h-[52px] grid-cols-[28px_minmax(0,1fr)] items-center gap-3 rounded-md py-2 pr-2.5 pl-3 no-underline hover:bg-hover"
        >
          <span className="grid size-7 place-content-center rounded-[6px] bg-sunken">
            {current.found ? (
              <ScanBarcode size={16} strokeWidth={1.75} aria-hidden />
            ) : (
              <Plus size={16} strokeWidth={1.75} aria-hidden />
            )}
          </span>
          <span className="min-w-0">
            <span className="block font-medium">{current.title}</span>
            <span className="block text-13 text-ink-2">{current.detail}</span>
          </span>
        </Link>
      )}
    </div>
  );
};
