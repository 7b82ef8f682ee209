import type { Metadata } from "next";
import Link from "next/link";
import { EntryPage } from "@/app/(public)/_components/entry-page";
import { ForgotForm } from "@/app/(public)/_components/forgot-form";
import { sendsMail } from "@/lib/http";

export const metadata: Metadata = { title: "Forgot password" };

export default function ForgotPage() {
  return (
    <EntryPage
      title="Forgot your password?"
      lead={
        sendsMail()
          ? "A link to set a new one is sent to your address."
          : "This server sends no e-mail. Whoever runs it can make a link for you, with which you set a new one."
      }
      aside={
        <Link href="/sign-in" className="link">
          Sign in
        </Link>
      }
    >
      {sendsMail() && <ForgotForm />}
    </EntryPage>
  );
}
