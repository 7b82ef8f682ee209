import type { Metadata } from "next";
import { providerProblem } from "@/app/_auth/provider-problem";
import { listIdentities, listMethods } from "@/lib/access";
import { formatDate } from "@/lib/format";
import { providerName, requireViewer } from "@/lib/http";
import { Identities } from "../_components/identities";
import { Section } from "../_components/section";
import { TotpForm } from "../_components/totp-form";

export const metadata: Metadata = { title: "Sign-in" };

export default async function SignInSettingsPage({ searchParams }: PageProps<"/settings/sign-in">) {
  const viewer = await requireViewer();
  const { totp } = await listMethods(viewer, viewer.userId);
  const { error } = await searchParams;
  const provider = providerName();
  return (
    <>
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
      {provider !== null && !viewer.sample && (
        <Section
          id="provider"
          title={provider}
          lead={`Signing in with ${provider} instead of a password. An authenticator app is asked for beside it all the same.`}
        >
          <Identities
            name={provider}
            problem={typeof error === "string" ? await providerProblem(error) : null}
            identities={(await listIdentities(viewer, viewer.userId)).map(
              ({ id, email, createdAt, lastUsedAt }) => ({
                id,
                email,
                since: formatDate(createdAt.slice(0, 10), "full"),
                lastUsed: formatDate(lastUsedAt.slice(0, 10), "full"),
              }),
            )}
          />
        </Section>
      )}
    </>
  );
}
