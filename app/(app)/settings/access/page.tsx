import type { Metadata } from "next";
import { listSessions, listTokens, sessionLimits } from "@/lib/access";
import { requireViewer } from "@/lib/http";
import { getProfile } from "@/lib/profile";
import { browserName } from "../_components/browser-name";
import { EndButton, EndOthersButton } from "../_components/end-button";
import { Section } from "../_components/section";
import { SignOutButton } from "../_components/sign-out-button";
import { TokenForm } from "../_components/token-form";
import { tokenRights } from "../_components/token-words";

export const metadata: Metadata = { title: "Sessions and tokens" };

export default async function AccessPage() {
  const viewer = await requireViewer();
  const { idleDays: idle, maxDays: longest } = sessionLimits();
  const [sessions, tokens, profile] = await Promise.all([
    listSessions(viewer, viewer.userId),
    listTokens(viewer, viewer.userId),
    getProfile(viewer, viewer.userId),
  ]);
  const format = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: profile.timeZone,
  });
  const at = (time: string) => <time dateTime={time}>{format.format(new Date(time))}</time>;
  return (
    <>
      <Section
        id="sessions"
        title="Signed-in browsers"
        lead={`A browser that is not used for ${idle} days is signed out, and any after ${longest}.`}
      >
        <ul className="grid grid-cols-[minmax(0,1fr)]">
          {sessions.map(({ id, userAgent, createdAt, lastSeenAt, current }) => (
            <li
              key={id}
              className="flex items-center gap-3 border-line border-t py-3 first:border-t-0 first:pt-0"
            >
              <div className="min-w-0 flex-1">
                <p className="break-words font-medium">
                  {browserName(userAgent)}
                  {current && <span className="font-normal text-ink-2"> · this browser</span>}
                </p>
                <p className="text-13 text-ink-2">
                  Signed in {at(createdAt)}, last seen {at(lastSeenAt)}
                </p>
              </div>
              {current ? (
                <SignOutButton />
              ) : (
                <EndButton kind="session" id={id} name={browserName(userAgent)} />
              )}
            </li>
          ))}
        </ul>
        {sessions.length > 1 && <EndOthersButton />}
      </Section>
      <Section
        id="tokens"
        title="Access tokens"
        lead={
          <>
            For your own scripts and apps. A token reads or changes the areas you choose, as you, until it
            runs out or you revoke it. How to use one is on the{" "}
            <a href="/docs/api" className="link">
              API page
            </a>
            .
          </>
        }
      >
        {tokens.length > 0 && (
          <ul className="grid grid-cols-[minmax(0,1fr)]">
            {tokens.map(({ id, name, scopes, createdAt, expiresAt, lastUsedAt }) => (
              <li
                key={id}
                className="flex items-center gap-3 border-line border-t py-3 first:border-t-0 first:pt-0"
              >
                <div className="min-w-0 flex-1">
                  <p className="break-words font-medium">
                    {name}
                    <span className="font-normal text-ink-2">{` · ${tokenRights(scopes)}`}</span>
                  </p>
                  <p className="text-13 text-ink-2">
                    Made {at(createdAt)};{" "}
                    {expiresAt === null ? "never expires" : <>expires {at(expiresAt)}</>};{" "}
                    {lastUsedAt === null ? "not used yet" : <>last used {at(lastUsedAt)}</>}
                  </p>
                </div>
                <EndButton kind="token" id={id} name={name} />
              </li>
            ))}
          </ul>
        )}
        <TokenForm />
      </Section>
    </>
  );
}
