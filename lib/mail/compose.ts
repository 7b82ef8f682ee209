import "server-only";
import { env } from "../env";
import { type Email, newMessageId } from "./send";

/** A part of a mail's footer: words, or a link. */
export type FooterPart = string | { readonly words: string; readonly url: string };

/** What an e-mail says, before it has an address: paragraphs, a list, and where to read on. */
export type EmailContent = {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly items: readonly string[];
  /** Path of the page that says all of it, or where to act. */
  readonly path: string;
  readonly link: string;
  /** Why the person gets it, in lines. */
  readonly footer: readonly (readonly FooterPart[])[];
  /** Where one click stops all mail (RFC 8058); null for mail about the account itself, which nobody can stop. */
  readonly unsubscribeUrl: string | null;
};

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const anchor = (href: string, words: string): string => `<a href="${escaped(href)}">${escaped(words)}</a>`;

const footerText = (line: readonly FooterPart[]): string =>
  line.map((part) => (typeof part === "string" ? part : `${part.words}: ${part.url}`)).join(" ");

const footerHtml = (line: readonly FooterPart[]): string =>
  line
    .map((part) => (typeof part === "string" ? escaped(part) : `${anchor(part.url, part.words)}.`))
    .join(" ");

/** The e-mail to an address, in plain text and HTML. Without images or tracking of whether it was opened. */
export const composeEmail = (
  to: string,
  { subject, paragraphs, items, path, link, footer, unsubscribeUrl }: EmailContent,
  messageId = newMessageId(),
): Email => {
  const page = `${env().publicUrl}${path}`;
  const text = [
    ...paragraphs,
    ...(items.length === 0 ? [] : [items.map((item) => `- ${item}`).join("\n")]),
    `${link}: ${page}`,
    `-- \n${footer.map(footerText).join("\n")}`,
  ].join("\n\n");
  const html = [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    `<body style="font-family:sans-serif;font-size:15px;line-height:1.5;max-width:36em">`,
    ...paragraphs.map((words) => `<p>${escaped(words)}</p>`),
    ...(items.length === 0 ? [] : [`<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul>`]),
    `<p>${anchor(page, link)}</p>`,
    `<hr><p style="font-size:13px">${footer.map(footerHtml).join(" ")}</p>`,
    "</body></html>",
  ].join("\n");
  return { to, subject, text, html, messageId, unsubscribeUrl };
};
