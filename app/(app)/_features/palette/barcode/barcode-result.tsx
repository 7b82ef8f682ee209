"use client";

import { Plus, ScanBarcode } from "lucide-react";
import Link from "next/link";
import { useEffect, useState } from "react";
import { readBarcode } from "@/app/(app)/foods/actions";

type Answer = {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly found: boolean;
};

const reviewPath = (code: string): string => `/foods/new?barcode=${code}`;

/** How long typing must rest before a product is looked up: eight digits may become thirteen. */
const REST_MS = 350;

/** What a barcode stands for that no own food has: a product to review, or a food to make with it. */
export const BarcodeResult = ({ code, onFollow }: { code: string | null; onFollow: () => void }) => {
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    if (code === null) return;
    let gone = false;
    const timer = setTimeout(() => {
      const tell = (title: string, detail: string, found: boolean) =>
        !gone && setAnswer({ code, title, detail, found });
      const offer = "Create a food with this barcode";
      readBarcode({ code }).then(
        (result) => {
          if (!result.ok) return tell(offer, result.error.message, false);
          const { value } = result;
          if (value.kind === "own") return tell(value.name, "Your food", true);
          const name = value.name || "Product without a name";
          return tell(
            value.brand === null ? name : `${name}, ${value.brand}`,
            "Open Food Facts: review it, then save it",
            true,
          );
        },
        () => tell(offer, "The server did not answer.", false),
      );
    }, REST_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [code]);
  if (code === null)
    return (
      <p role="status" className="px-3 py-4 text-13 text-ink-2">
        A barcode with these digits does not exist: one of them must be wrong.
      </p>
    );
  const current = answer?.code === code ? answer : null;
  return (
    <div role="status">
      {current === null ? (
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
