import "server-only";
import { env } from "../env";
import { type Email, newMessageId } from "./send-email";
import { stopPageUrl, stopUrl } from "./unsubscribe";

/** What an e-mail says, before it has an address: paragraphs, a list, and where to read on. */
export type EmailContent = {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly items: readonly string[];
  /** Path of the page that says all of it. */
  readonly path: string;
  readonly link: string;
};

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const WHY = "You get this because mail is switched on in your alert settings.";
const ADVICE = "Assay gives information, not medical advice.";

/** The e-mail to a person, in plain text and HTML. Without images or tracking of whether it was opened. */
export const composeEmail = (
  ownerId: string,
  to: string,
  { subject, paragraphs, items, path, link }: EmailContent,
  messageId = newMessageId(),
): Email => {
  const { publicUrl } = env();
  const [page, settings, stop] = [
    `${publicUrl}${path}`,
    `${publicUrl}/settings/alerts`,
    stopPageUrl(ownerId),
  ];
  const text = [
    ...paragraphs,
    ...(items.length === 0 ? [] : [items.map((item) => `- ${item}`).join("\n")]),
    `${link}: ${page}`,
    `-- \n${WHY} Change it: ${settings}\nStop all mail: ${stop}\n${ADVICE}`,
  ].join("\n\n");
  const anchor = (href: string, words: string) => `<a href="${escaped(href)}">${escaped(words)}</a>`;
  const html = [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    `<body style="font-family:sans-serif;font-size:15px;line-height:1.5;max-width:36em">`,
    ...paragraphs.map((words) => `<p>${escaped(words)}</p>`),
    ...(items.length === 0 ? [] : [`<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul>`]),
    `<p>${anchor(page, link)}</p>`,
    `<hr><p style="font-size:13px">${WHY} ${anchor(settings, "Change it")} or ${anchor(stop, "stop all mail")}. ${ADVICE}</p>`,
    "</body></html>",
  ].join("\n");
  return { to, subject, text, html, messageId, unsubscribeUrl: stopUrl(ownerId) };
};

/** New findings. They are named only for people who asked for details, and never with figures. */
export const alertEmailContent = (findings: readonly string[], details: boolean): EmailContent => ({
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
export const testEmailContent = (): EmailContent => ({
  subject: "A test mail from Assay",
  paragraphs: ["This is the test mail you asked for. Mail from Assay reaches you."],
  items: [],
  path: "/settings/alerts",
  link: "Your alert settings",
});
