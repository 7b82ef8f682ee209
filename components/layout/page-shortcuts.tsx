"use client";

import { useRouter } from "next/navigation";
import { useShortcut } from "./shortcut-provider";

/** One shortcut that leads to a page. Renders nothing. */
export const LinkShortcut = ({
  id,
  keys,
  label,
  href,
}: {
  id: string;
  keys: readonly string[];
  label: string;
  href: string;
}) => {
  const router = useRouter();
  useShortcut({ id, keys, label, run: () => router.push(href) });
  return null;
};

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
