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

/** ← and → on a page of one day. Renders nothing. */
export const DayShortcuts = ({ previous, next }: { previous: string | null; next: string | null }) => (
  <>
    {previous !== null && (
      <LinkShortcut id="previous-day" keys={["ArrowLeft"]} label="Previous day" href={previous} />
    )}
    {next !== null && <LinkShortcut id="next-day" keys={["ArrowRight"]} label="Next day" href={next} />}
  </>
);
