"use client";

import Link from "next/link";
import { useSignOut } from "./use-sign-out";

/** Above every page of a sample account: what it is, and the ways out. */
export const SampleBanner = () => {
  const { leave, leaving, dialog } = useSignOut(true);
  return (
    <section
      aria-label="Sample diary"
      className="no-print flex flex-wrap items-center justify-center gap-x-4 gap-y-1 border-line border-b bg-sunken/60 px-4 py-2 text-13"
    >
      <p>This is a sample diary, kept for a day.</p>
      <p className="flex gap-4">
        <Link href="/sign-up" className="link inline-flex items-center phone:min-h-8">
          Create an account
        </Link>
        <button type="button" onClick={leave} disabled={leaving} className="link phone:min-h-8">
          {leaving ? "Leaving …" : "Leave"}
        </button>
      </p>
      {dialog}
    </section>
  );
};
