import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { signUpState } from "@/lib/access";
import { currentViewer, registrationOptions, sendsMail } from "@/lib/http";
import { EntryPage } from "../_components/entry-page";
import { SampleButton } from "../_components/sample-button";
import { SignUpForm } from "../_components/sign-up-form";

export const metadata: Metadata = { title: "Create account" };

export default async function SignUpPage() {
  const viewer = await currentViewer();
  // The viewer of a sample diary may sign up for an account of their own.
  if (viewer && !viewer.sample) redirect("/today");
  const { sample } = registrationOptions();
  const { open, mode, domains } = await signUpState();
  const aside = (
    <Link href="/sign-in" className="link">
      Sign in
    </Link>
  );
  if (!open) {
    return (
      <EntryPage
        title="No new accounts here"
        lead={
          mode === "invitation"
            ? "Accounts are made by invitation here. Open the link that you were sent, or ask whoever runs this server."
            : "Whoever runs this server has closed sign-up. Ask them for an account."
        }
        aside={aside}
      >
        {sample && <SampleButton variant="default" />}
      </EntryPage>
    );
  }
  return (
    <EntryPage
      title="Create account"
      lead={`What you log stays on this server. ${sendsMail() ? "A link is sent to your address to confirm it." : "There is nothing to confirm and nobody else involved."}${mode === "domain" ? ` Addresses of ${domains.join(" or ")} only.` : ""}`}
      aside={aside}
    >
      <SignUpForm />
    </EntryPage>
  );
}
