import type { Metadata } from "next";
import Link from "next/link";
import { ConfirmForm } from "@/app/(public)/_components/confirm-form";
import { EntryPage } from "@/app/(public)/_components/entry-page";

export const metadata: Metadata = {
  title: "Confirm your address",
  robots: { index: false },
  referrer: "no-referrer",
};

export default function ConfirmPage() {
  return (
    <EntryPage
      title="Confirm your address"
      lead="So that mail about your account reaches you."
      aside={
        <Link href="/sign-in" className="link">
          Sign in
        </Link>
      }
    >
      <ConfirmForm kind="address" />
    </EntryPage>
  );
}
