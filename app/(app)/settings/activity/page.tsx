import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { listEvents } from "@/lib/access";
import { anyId } from "@/lib/fields";
import { requireViewer } from "@/lib/http";
import { getProfile } from "@/lib/profile";
import { browserName } from "../_components/browser-name";
import { eventWords } from "../_components/event-words";
import { Section } from "../_components/section";

export const metadata: Metadata = { title: "Activity" };

/** What was done to the account, the latest first. */
export default async function ActivityPage({ searchParams }: PageProps<"/settings/activity">) {
  const viewer = await requireViewer();
  const { after } = await searchParams;
  const cursor = after === undefined ? undefined : anyId.parse(after);
  const [{ items, nextCursor }, profile] = await Promise.all([
    listEvents(viewer, viewer.userId, { limit: 50, cursor }),
    getProfile(viewer, viewer.userId),
  ]);
  const format = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: profile.timeZone,
  });
  return (
    <Section
      id="activity"
      title="Activity"
      lead="Sign-ins, changes of how you sign in, tokens, exports and what others read. Kept for a year, the latest thousand. Of an address only its network is kept."
    >
      <ul className="grid grid-cols-[minmax(0,1fr)]">
        {items.map((event) => {
          const { title, about } = eventWords(event);
          const browser = event.kind === "signed-in" ? browserName(String(event.detail.browser ?? "")) : null;
          return (
            <li key={event.id} className="border-line border-t py-3 first:border-t-0 first:pt-0">
              <p className="break-words font-medium">{title}</p>
              <p className="break-words text-13 text-ink-2">
                <time dateTime={event.at}>{format.format(new Date(event.at))}</time>
                {browser !== null && `, ${browser}`}
                {about !== "" && `, ${about}`}
              </p>
            </li>
          );
        })}
      </ul>
      {items.length === 0 && <p className="text-ink-2">Nothing yet.</p>}
      {nextCursor !== null && (
        <div>
          <ButtonLink href={`/settings/activity?after=${nextCursor}`}>Earlier</ButtonLink>
        </div>
      )}
    </Section>
  );
}
