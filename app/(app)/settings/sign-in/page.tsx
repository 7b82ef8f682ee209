import type { Metadata } from "next";
import { listMethods } from "@/lib/access";
import { formatDate } from "@/lib/format";
import { requireViewer } from "@/lib/http";
import { Section } from "../_components/section";
import { TotpForm } from "../_components/totp-form";

export const metadata: Metadata = { title: "Sign-in" };

export default async function SignInSettingsPage() {
  const viewer = await requireViewer();
  const { totp } = await listMethods(viewer, viewer.userId);
  return (
    <Section
      id="totp"
      title="Authenticator app"
      lead={
        viewer.sample
          ? "A sample account is not signed in to again, so there is nothing to set up."
          : "Signing in asks for a code of an app on your phone beside the password, so that a password that was found out is not enough."
      }
    >
      {!viewer.sample && (
        <TotpForm
          since={totp && formatDate(totp.since.slice(0, 10), "full")}
          codesLeft={totp?.recoveryCodesLeft ?? 0}
        />
      )}
    </Section>
  );
}
