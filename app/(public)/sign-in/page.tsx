import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { redirect } from "next/navigation";
import { currentViewer, localPath, registrationOptions } from "@/lib/http";
import { EntryPage } from "../_components/entry-page";
import { SampleButton } from "../_components/sample-button";
import { SignInForm } from "../_components/sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

const first = (value: string | string[] | undefined): string | undefined =>
  typeof value === "string" ? value : value?.[0];

/** What next-auth means by the `error` it leads here with. */
const problemOf = (error: string | undefined): string | null => {
  if (error === undefined) return null;
  if (error === "CredentialsSignin") return "The e-mail address or the password is not right.";
  if (error === "rate_limited") return "Too many attempts. Wait a few minutes and try again.";
  return "Signing in did not work. Please try again.";
};

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const query = await searchParams;
  const host = (await headers()).get("host");
  const wanted = first(query.callbackUrl);
  const site = host && wanted && URL.canParse(wanted) ? `${new URL(wanted).protocol}//${host}` : undefined;
  const next = localPath(wanted, "/today", site);
  if (await currentViewer()) redirect(next);
  const { signUp, sample } = registrationOptions();
  return (
    <EntryPage
      title="Sign in"
      aside={
        signUp && (
          <Link href="/sign-up" className="link">
            Create account
          </Link>
        )
      }
    >
      <SignInForm next={next} problem={problemOf(first(query.error))} />
      {sample && (
        <div className="border-line border-t pt-6">
          <p className="mb-3 text-13 text-ink-2">No account? Look around in a made-up diary of five weeks.</p>
          <SampleButton variant="default" />
        </div>
      )}
    </EntryPage>
  );
}
