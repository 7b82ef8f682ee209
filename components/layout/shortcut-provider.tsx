"use client";

import { useRouter } from "next/navigation";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { releaseEarlyPresses, TAB_BAR } from "../ui/early-presses";
import { whenIdle } from "../ui/load-code";
import { onDemand } from "../ui/on-demand";
import type { Shortcut } from "./shortcut-list";

const ShortcutList = onDemand(() => import("./shortcut-list").then((module) => module.ShortcutList));

type Registry = {
  register: (shortcut: Shortcut) => () => void;
  run: (id: string) => boolean;
};

const RegistryContext = createContext<Registry | null>(null);

/** How long the first stroke of two waits for the second, in milliseconds. */
const SEQUENCE_MS = 1200;

const OPEN_LAYER = '[role="dialog"], [role="menu"], [role="listbox"]';
const TYPING = `input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"], ${OPEN_LAYER}`;

const FIELD =
  "input:not([type=checkbox], [type=radio]), textarea, [contenteditable=''], [contenteditable=true]";

const inside = (event: KeyboardEvent, selector: string): boolean =>
  event.target instanceof Element && event.target.closest(selector) !== null;

/** The name of a stroke, or null for one that never belongs to a shortcut here. */
const getStroke = (event: KeyboardEvent): string | null => {
  if (event.altKey) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `mod+${key}` : key;
};

type ShortcutProviderProps = {
  /** False switches single-key shortcuts off (WCAG 2.1.4); those with Ctrl or ⌘ stay. */
  singleKeys?: boolean;
  children: ReactNode;
};

/** Listens for the keyboard shortcuts registered below it, and shows their list on "?". */
export const ShortcutProvider = ({ singleKeys = true, children }: ShortcutProviderProps) => {
  const shortcuts = useRef<Shortcut[]>([]);
  const [listed, setListed] = useState<readonly Shortcut[] | null>(null);

  const latest = useCallback(
    (matches: (shortcut: Shortcut) => boolean) => shortcuts.current.findLast(matches),
    [],
  );
  const registry = useMemo<Registry>(
    () => ({
      register: (shortcut) => {
        shortcuts.current.push(shortcut);
        return () => {
          shortcuts.current = shortcuts.current.filter((other) => other !== shortcut);
        };
      },
      run: (id) => {
        const found = latest((shortcut) => shortcut.id === id);
        found?.run();
        return found !== undefined;
      },
    }),
    [latest],
  );

  useEffect(() => {
    let first: { stroke: string; at: number } | null = null;
    const onKeyDown = (event: KeyboardEvent) => {
      const stroke = getStroke(event);
      if (stroke === null || event.defaultPrevented || event.isComposing || inside(event, OPEN_LAYER)) return;
      // Undo in a field is the field's own.
      if (stroke === "mod+z" && inside(event, FIELD)) return;
      const single = !stroke.startsWith("mod+");
      if (single && (!singleKeys || inside(event, TYPING))) return;
      const pair = first && event.timeStamp - first.at < SEQUENCE_MS ? `${first.stroke} ${stroke}` : null;
      first = null;
      const found =
        (pair && latest((shortcut) => shortcut.keys.includes(pair))) ||
        latest((shortcut) => shortcut.keys.includes(stroke));
      if (found) {
        event.preventDefault();
        found.run();
      } else if (stroke === "?") {
        event.preventDefault();
        const byId = new Map(shortcuts.current.map((shortcut) => [shortcut.id, shortcut]));
        setListed([...byId.values()]);
      } else if (latest((shortcut) => shortcut.keys.some((keys) => keys.startsWith(`${stroke} `)))) {
        first = { stroke, at: event.timeStamp };
      }
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [singleKeys, latest]);

  useEffect(() => whenIdle(ShortcutList.preload), []);
  // The effects of everything inside have run: the log palette answers.
  useEffect(() => {
    const tabs = document.getElementById(TAB_BAR);
    if (tabs) releaseEarlyPresses(tabs);
    for (const early of window.earlyKeys?.splice(0) ?? [])
      early.target?.dispatchEvent(new KeyboardEvent(early.type, early));
  }, []);

  return (
    <RegistryContext value={registry}>
      {children}
      {listed && <ShortcutList shortcuts={listed} onClose={() => setListed(null)} />}
    </RegistryContext>
  );
};

/** Registers a shortcut while the component is mounted. Pass null to register nothing. */
export const useShortcut = (shortcut: Shortcut | null): void => {
  const registry = useContext(RegistryContext);
  const current = useRef(shortcut);
  useEffect(() => {
    current.current = shortcut;
  });
  const id = shortcut?.id;
  const keys = shortcut?.keys.join(",");
  const label = shortcut?.label;
  useEffect(() => {
    if (!registry || id === undefined || keys === undefined || label === undefined) return;
    return registry.register({ id, keys: keys.split(","), label, run: () => current.current?.run() });
  }, [registry, id, keys, label]);
};

/** Runs a registered shortcut by its id; false when nothing answers to it. */
export const useRunShortcut = (): ((id: string) => boolean) => {
  const registry = useContext(RegistryContext);
  return useCallback((id) => registry?.run(id) ?? false, [registry]);
};

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
  const go = () => router.push(href);
  // A changed form asks first, see `LeaveGuard`.
  const run = () => {
    if (dispatchEvent(new CustomEvent("leavepage", { cancelable: true, detail: go }))) go();
  };
  useShortcut({ id, keys, label, run });
  return null;
};
