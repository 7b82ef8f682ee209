"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { onDemand } from "@/components/ui/on-demand";
import { leaveLayers, useBackCloses } from "@/components/ui/use-back-closes";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { FormState } from "./form-error";

const Dialog = onDemand(() => import("@/components/ui/dialog").then((module) => module.Dialog));

type LeaveGuardProps = {
  /** What is typed, where React holds it; compared as JSON. */
  value?: unknown;
  /** The form, for fields that React does not hold. */
  form?: RefObject<HTMLFormElement | null>;
  /** How the form is sent: once the answer is that it is saved, what was sent counts as unchanged. */
  submit: { readonly pending: boolean; readonly state: FormState | null };
  /** What Back does once it is confirmed, where it does not leave the page. */
  onBack?: () => void;
};

/** The link that a press would follow in this tab to another page of ours; null for any other press. */
const followedLink = (event: MouseEvent): HTMLAnchorElement | null => {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!link || link.target === "_blank" || link.hasAttribute("download")) return null;
  // What opens the palette instead, and what leads to a place on this page.
  if (link.matches("[data-press], [href^='#']")) return null;
  return link.origin === window.location.origin ? link : null;
};

/**
 * Asks before a changed form is left by a link, a shortcut or Back; the browser asks for a reload and a closed tab.
 * Nothing is asked while nothing is changed, or after it was saved. Next's router has no event for leaving, so links are
 * caught as they are pressed, and Back by a history entry of the form's own.
 */
export const LeaveGuard = ({ value, form, submit, onBack }: LeaveGuardProps) => {
  const hydrated = useHydrated();
  const [changed, setChanged] = useState(false);
  /** What to do once leaving is confirmed; null while nothing is asked. */
  const [asked, setAsked] = useState<{ go: () => void } | null>(null);
  const saved = useRef<string>(null);
  const sent = useRef<string>(null);
  /** Leaving was confirmed. */
  const free = useRef(false);
  const read = useRef((): string => "");
  read.current = () => {
    const fields = form?.current ? [...new FormData(form.current)] : [];
    return JSON.stringify([value ?? null, fields.map(([name, typed]) => [name, String(typed)])]);
  };
  const look = useCallback(() => {
    const text = read.current();
    saved.current ??= text;
    setChanged(text !== saved.current);
  }, []);
  // Until then some fields wait, and are not in the form's data.
  useEffect(() => {
    if (hydrated) look();
  });
  useEffect(() => {
    const node = form?.current;
    node?.addEventListener("input", look);
    node?.addEventListener("change", look);
    return () => {
      node?.removeEventListener("input", look);
      node?.removeEventListener("change", look);
    };
  }, [form, look]);
  const { pending, state } = submit;
  useEffect(() => {
    if (pending) sent.current = read.current();
  }, [pending]);
  useEffect(() => {
    if (!state?.ok) return;
    saved.current = sent.current;
    look();
  }, [state, look]);

  const ask = useCallback((go: () => void) => setAsked({ go }), []);
  useBackCloses(changed, () => ask(onBack ?? (() => window.history.back())), false);
  useEffect(() => {
    if (!changed) return;
    Dialog.preload().catch(() => {});
    const onClick = (event: MouseEvent) => {
      const link = free.current ? null : followedLink(event);
      if (!link) return;
      event.preventDefault();
      event.stopPropagation();
      ask(() => link.click());
    };
    const onShortcut = (event: CustomEvent<() => void>) => {
      if (free.current) return;
      event.preventDefault();
      ask(event.detail);
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!free.current) event.preventDefault();
    };
    window.addEventListener("click", onClick, true);
    window.addEventListener("leavepage", onShortcut);
    window.addEventListener("beforeunload", onUnload);
    return () => {
      window.removeEventListener("click", onClick, true);
      window.removeEventListener("leavepage", onShortcut);
      window.removeEventListener("beforeunload", onUnload);
    };
  }, [changed, ask]);

  if (!asked) return null;
  const leave = () => {
    free.current = true;
    setAsked(null);
    if (onBack && asked.go === onBack) onBack();
    else leaveLayers(asked.go);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && setAsked(null)}
      size="s"
      title="Leave without saving?"
      footer={
        <>
          <Button variant="primary" onClick={() => setAsked(null)}>
            Stay
          </Button>
          <Button variant="danger" onClick={leave}>
            Leave without saving
          </Button>
        </>
      }
    >
      <p className="px-5 py-4 phone:px-4">What you changed here is not saved yet.</p>
    </Dialog>
  );
};
