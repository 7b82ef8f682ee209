import "server-only";
import { randomUUID } from "node:crypto";
import { createTransport } from "nodemailer";
import { env, type MailServer } from "../env";

/** An e-mail to one person, ready to be sent. */
export type Email = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  /** Where one click stops all mail (RFC 8058); null where there is no such place. */
  readonly unsubscribeUrl: string | null;
};

/**
 * sent: the server took it. retry: it did not, and may later. refused: it never will. unknown: the connection broke
 * after the text was handed over, so it may have gone out.
 */
export type SendResult =
  | { readonly outcome: "sent" }
  | { readonly outcome: "retry" | "refused" | "unknown"; readonly problem: string };

const TIMEOUT_MS = 20_000;
const ONE_ADDRESS = /^[^\s@<>(),;:"\\]{1,64}@[^\s@<>(),;:"\\]{1,255}$/;
const LOOPBACK = /^(localhost|127(\.\d+){3}|::1)$/;

/** A new Message-ID (RFC 5322) in the domain of the sender's address. */
export const newMessageId = (): string =>
  `<${randomUUID()}@${env().mail?.from.address.split("@").at(-1) ?? "localhost"}>`;

type SmtpError = Error & { code?: string; responseCode?: number; response?: string };

/** What went wrong, without what was sent: "450 Try again later", "ECONNECTION". */
const describeProblem = ({ code, response, message }: SmtpError): string =>
  (response ?? `${code ?? ""} ${message}`).replaceAll(/\s+/g, " ").trim().slice(0, 200);

const isForGood = ({ code, responseCode }: SmtpError): boolean =>
  // A wrong password or a missing certificate is corrected by whoever runs this server, so those are retried.
  code !== "EAUTH" && code !== "ETLS" && responseCode !== undefined && responseCode >= 500;

const openTransport = ({ host, port, secure, auth }: MailServer, onData: () => void) => {
  const ignored = () => undefined;
  return createTransport({
    host,
    port,
    secure,
    ...(auth !== null && { auth: { ...auth } }),
    // In clear text only to this very machine.
    requireTLS: !secure && !LOOPBACK.test(host),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    transactionLog: true,
    // The protocol is read for one thing: whether the text was handed over. Nothing of it is kept.
    logger: {
      level: ignored,
      trace: ignored,
      info: ignored,
      warn: ignored,
      error: ignored,
      fatal: ignored,
      debug: (entry: unknown, line?: unknown) => {
        if ((entry as { tnx?: string }).tnx === "client" && line === "DATA") onData();
      },
    },
  });
};

/** Sends one e-mail, once. Never throws for what the mail server does. @throws when this server sends no mail. */
export const sendEmail = async (email: Email): Promise<SendResult> => {
  const { mail } = env();
  if (mail === null) throw new Error("SMTP_URL is not set");
  // Addresses are checked when they are typed. This is what keeps one from ever being two, or a header.
  if (!ONE_ADDRESS.test(email.to)) return { outcome: "refused", problem: "not one address" };
  let handedOver = false;
  const transport = openTransport(mail, () => {
    handedOver = true;
  });
  try {
    await transport.sendMail({
      from: { ...mail.from },
      to: { name: "", address: email.to },
      subject: email.subject,
      text: email.text,
      html: email.html,
      messageId: email.messageId,
      ...(email.unsubscribeUrl !== null && { list: { unsubscribe: email.unsubscribeUrl } }),
      headers: {
        ...(email.unsubscribeUrl !== null && { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
        "Auto-Submitted": "auto-generated",
      },
    });
    return { outcome: "sent" };
  } catch (thrown) {
    const error = thrown as SmtpError;
    const problem = describeProblem(error);
    if (isForGood(error)) return { outcome: "refused", problem };
    return { outcome: handedOver && error.responseCode === undefined ? "unknown" : "retry", problem };
  } finally {
    transport.close();
  }
};
