import "server-only";

export { composeEmail, type EmailContent } from "./compose";
export { type MailKinds, sendDueMails, sendSoon } from "./outbox";
export { newMessageId, sendEmail } from "./send";
export { purgeMails, queueMail } from "./store";
