"use client";

import { LinkShortcut } from "./shortcut-provider";

/** ← and → on a page of one day or one week. Renders nothing. */
export const NeighbourShortcuts = ({
  of,
  previous,
  next,
}: {
  of: "day" | "week";
  previous: string | null;
  next: string | null;
}) => (
  <>
    {previous !== null && (
      <LinkShortcut id={`previous-${of}`} keys={["ArrowLeft"]} label={`Previous ${of}`} href={previous} />
    )}
    {next !== null && (
      <LinkShortcut id={`next-${of}`} keys={["ArrowRight"]} label={`Next ${of}`} href={next} />
    )}
  </>
);
