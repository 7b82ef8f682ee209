import type { Metadata } from "next";
import Link from "next/link";
import { getAccount } from "@/lib/access";
import { currentViewer, heldOffer, providerName } from "@/lib/http";
import { EntryPage } from "../../_components/entry-page";
import { LinkConsent } from "../../_components/link-consent";
import { SignInForm } from "../../_components/sign-in-form";

export const metadata: Metadata = { title: "Link your account" };

/** Asks whether the identity that this browser came back with is to sign in to the account from now on. */
export default async function LinkPage() {
  const [offer, viewer, name] = [await heldOffer(), await currentViewer(), providerName()];
  if (offer === null || name === null)
    return (
      <EntryPage
        title="Nothing to link"
        lead="There is no account to be linked in this browser, or it took longer than a quarter of an hour. Begin again with the sign-in page."
        aside={
          <Link href="/sign-in" className="link">
            Sign in
          </Link>
        }
      >
        {null}
      </EntryPage>
    );
  const there = offer.email === null ? `your account at ${name}` : `${offer.email} at ${name}`;
  if (viewer === null)
    return (
      <EntryPage
        title="You have an account already"
        lead={`There is an account here with the address of ${there}. Sign in to it as you did until now; then you are asked whether to link the two.`}
        aside={
          <Link href="/sign-in" className="link">
            Sign in
          </Link>
        }
      >
        <SignInForm next="/sign-in/link" problem={null} />
      </EntryPage>
    );
  const own = viewer.userId === offer.ownerId;
  const { email } = await getAccount(viewer, viewer.userId);
  return (
    <EntryPage
      title={own ? `Link ${name} to your account?` : "This is another account"}
      lead={
        own
          ? `From then on, ${there} signs in to your account here (${email}).`
          : `You are signed in as ${email}, but ${there} is to be linked to another account. Sign out and sign in to that one to link it.`
      }
      aside={
        <Link href="/today" className="link">
          Today
        </Link>
      }
    >
      <LinkConsent name={name} own={own} />
    </EntryPage>
  );
}
