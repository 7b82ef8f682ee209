import type { Metadata } from "next";
import Link from "next/link";
import { ConfirmForm } from "@/app/(public)/_components/confirm-form";
import { EntryPage } from "@/app/(public)/_components/entry-page";

export const metadata: Metadata = {
  title: "Use another address",
  robots: { index: false },
  referrer: "no-referrer",
};

export default function ChangeEmailPage() {
  return (
    <EntryPage
      title="Use another address"
      lead="You sign in with it from then on."
      aside={
        <Link href="/sign-in" className="link">
          Sign in
        </Link>
      }
    >
      <ConfirmForm kind="change" />
    </EntryPage>
  );
}
