import "server-only";
import { env } from "../env";
import type { EmailContent } from "../mail";
import { stopPageUrl, stopUrl } from "./unsubscribe";

/** What a notice says, before its footer. */
export type NoticeContent = Omit<EmailContent, "footer" | "unsubscribeUrl">;

/** A notice with why it came, and how to have no more of them. */
export const withFooter = (ownerId: string, content: NoticeContent): EmailContent => ({
  ...content,
  footer: [
    [
      "You get this because mail is switched on in your alert settings.",
      { words: "Change it", url: `${env().publicUrl}/settings/alerts` },
    ],
    [{ words: "Stop all mail", url: stopPageUrl(ownerId) }],
    ["Assay gives information, not medical advice."],
  ],
  unsubscribeUrl: stopUrl(ownerId),
});

/** New findings. They are named only for people who asked for details, and never with figures. */
export const alertEmailContent = (findings: readonly string[], details: boolean): NoticeContent => ({
  subject: "Something new in your alerts",
  paragraphs: [
    findings.length === 1
      ? "Your diary says something that you were not told before."
      : `Your diary says ${findings.length} things that you were not told before.`,
  ],
  items: details ? findings : [],
  path: "/alerts",
  link: "What it rests on, and what would help",
});

/** The test mail of the alert settings. */
export const testEmailContent = (): NoticeContent => ({
  subject: "A test mail from Assay",
  paragraphs: ["This is the test mail you asked for. Mail from Assay reaches you."],
  items: [],
  path: "/settings/alerts",
  link: "Your alert settings",
});
