import type { Metadata } from "next";
import Link from "next/link";
import { EntryPage } from "@/app/(public)/_components/entry-page";
import { InvitedForm } from "@/app/(public)/_components/invited-form";

export const metadata: Metadata = {
  title: "Create account",
  robots: { index: false },
  referrer: "no-referrer",
};

export default function SignUpInvitedPage() {
  return (
    <EntryPage
      title="Create account"
      lead="You were invited. What you log stays on this server."
      aside={
        <Link href="/sign-in" className="link">
          Sign in
        </Link>
      }
    >
      <InvitedForm />
    </EntryPage>
  );
}
