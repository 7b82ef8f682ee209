"use client";

import type { ComponentProps, ReactNode } from "react";
import { FailedChanges } from "@/app/(app)/_features/diary";
import { BarcodeResult } from "../barcode/barcode-results";
import { PaletteList } from "./result-list";
import { CreateLink, NothingFound, ReadAsMeal } from "./result-parts";
import type { PaletteSections } from "./use-result-sections";

type FoodListProps = Omit<ComponentProps<typeof PaletteList>, "sections"> & {
  found: PaletteSections;
  /** Whether what was eaten lately is here. */
  ready: boolean;
  /** A link to another page was followed; it takes the place of the palette's history entry. */
  onFollow: () => void;
  /** Reads the line as several foods; null while that is not possible. */
  onReadAsMeal: (() => void) | null;
  /** What stands above the foods: whole meals to log again. */
  offers: ReactNode;
  /** The person's supplements that answer the line, where there are any, … */
  doses: ReactNode;
  /** … and whether they stand above the foods. */
  dosesFirst: boolean;
};

/** The foods that answer the line, and what can be done when it is none of them. */
export const FoodList = ({
  found,
  ready,
  onFollow,
  onReadAsMeal,
  offers,
  doses,
  dosesFirst,
  ...list
}: FoodListProps) => {
  const { words, barcode, results } = found;
  return (
    <>
      <FailedChanges />
      {offers}
      {dosesFirst && doses}
      <PaletteList sections={found.sections} {...list} />
      {!dosesFirst && doses}
      {!doses && <NothingFound found={found} ready={ready} />}
      {barcode === null && <CreateLink words={words} onFollow={onFollow} />}
      {barcode === null && onReadAsMeal && /\S\s+\S/.test(words) && <ReadAsMeal onRead={onReadAsMeal} />}
      {barcode !== null && results.length === 0 && <BarcodeResult code={barcode.code} onFollow={onFollow} />}
    </>
  );
};
