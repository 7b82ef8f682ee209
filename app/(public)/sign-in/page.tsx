import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { redirect } from "next/navigation";
import { providerProblem } from "@/app/_auth/provider-problem";
import { currentViewer, localPath, providerName, registrationOptions } from "@/lib/http";
import { EntryPage } from "../_components/entry-page";
import { ProviderButton } from "../_components/provider-button";
import { SampleButton } from "../_components/sample-button";
import { SignInForm } from "../_components/sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

const first = (value: string | string[] | undefined): string | undefined =>
  typeof value === "string" ? value : value?.[0];

/** What next-auth means by the `error` it leads here with. */
const problemOf = async (error: string | undefined): Promise<string | null> => {
  if (error === undefined) return null;
  const ofProvider = await providerProblem(error);
  if (ofProvider !== null) return ofProvider;
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
  const provider = providerName();
  const codeFirst = first(query.step) === "code";
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
      <SignInForm next={next} problem={await problemOf(first(query.error))} codeFirst={codeFirst} />
      {provider !== null && !codeFirst && <ProviderButton name={provider} next={next} />}
      {sample && (
        <div className="border-line border-t pt-6">
          <p className="mb-3 text-13 text-ink-2">No account? Look around in a made-up diary of five weeks.</p>
          <SampleButton variant="default" />
        </div>
      )}
    </EntryPage>
  );
}
