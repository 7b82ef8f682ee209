import type { Metadata } from "next";
import { getAccount } from "@/lib/access";
import { requireViewer, sendsMail } from "@/lib/http";
import { DeleteAccountForm } from "../_components/delete-account-form";
import { EmailForm, VerifyButton } from "../_components/email-form";
import { FirstPasswordForm } from "../_components/first-password-form";
import { PasswordForm } from "../_components/password-form";
import { Section } from "../_components/section";
import { SignOutButton } from "../_components/sign-out-button";

export const metadata: Metadata = { title: "Account and data" };

export default async function AccountPage() {
  const viewer = await requireViewer();
  const { email, emailVerified, hasPassword } = await getAccount(viewer, viewer.userId);
  return (
    <>
      <Section
        id="account"
        title="Account"
        lead={
          email === null
            ? "This is a sample account. Nobody can sign in to it again, and it is deleted a day after it was opened."
            : `You sign in as ${email}.${sendsMail() && !emailVerified ? " The address is not confirmed yet." : ""}`
        }
      >
        {email !== null && sendsMail() && !emailVerified && <VerifyButton />}
        <div>
          <SignOutButton />
        </div>
      </Section>
      {!hasPassword && email !== null && (
        <Section
          id="password"
          title="Set a password"
          lead="You sign in with your provider alone so far. With a password there is another way in. Every other browser is signed out then."
        >
          <FirstPasswordForm />
        </Section>
      )}
      {hasPassword && (
        <>
          <Section
            id="password"
            title="Change the password"
            lead="Every other browser is signed out then. Access tokens stay."
          >
            <PasswordForm />
          </Section>
          <Section
            id="change-email"
            title="Change the e-mail address"
            lead={
              sendsMail()
                ? "It changes when you open the link that is sent to the new address. The old one is told."
                : "You sign in with it from then on."
            }
          >
            <EmailForm />
          </Section>
        </>
      )}
      <Section id="data" title="Your data">
        <p className="max-w-[68ch] text-13 text-ink-2">
          Everything you see can be read as JSON with an access token. The{" "}
          <a href="/docs/api" className="link">
            API page
          </a>{" "}
          describes every call; the same as an{" "}
          <a href="/api/v1/openapi.json" className="link">
            OpenAPI document
          </a>
          .
        </p>
      </Section>
      <Section
        id="delete"
        title="Delete the account"
        lead="Diary, own foods, profile, targets, tokens and sessions are deleted from this server at once. Nobody can bring them back, except from a backup that whoever runs the server may keep."
      >
        <DeleteAccountForm />
      </Section>
    </>
  );
}
