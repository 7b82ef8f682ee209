import type { Metadata } from "next";
import Link from "next/link";
import { EntryPage } from "@/app/(public)/_components/entry-page";
import { ResetForm } from "@/app/(public)/_components/reset-form";

export const metadata: Metadata = {
  title: "Set a new password",
  robots: { index: false },
  referrer: "no-referrer",
};

export default function ResetPage() {
  return (
    <EntryPage
      title="Set a new password"
      lead="Every browser that is signed in to your account is signed out by it."
      aside={
        <Link href="/sign-in" className="link">
          Sign in
        </Link>
      }
    >
      <ResetForm />
    </EntryPage>
  );
}
