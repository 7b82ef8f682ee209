import { afterEach, beforeAll, expect, it } from "vitest";
import { sendTestMail } from "@/lib/notices";
import { makeApi } from "@/tests/support/api";
import { freePort, type MailServer, startMailServer } from "@/tests/support/mail-server";

/*
 * A mail server that is not this machine by its name (0.0.0.0 leads here all the same): nothing goes there in clear
 * text, and nothing to one whose certificate is not trusted.
 */

let port: number;
let server: MailServer | undefined;
beforeAll(async () => {
  port = await freePort();
  process.env.SMTP_URL = `smtp://assay:pass%20word@0.0.0.0:${port}`;
  process.env.MAIL_FROM = "assay@example.org";
});
afterEach(async () => {
  delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  await server?.close();
});

const asked: string[] = [];
const send = async () => {
  const { viewer, userId } = await makeApi();
  return sendTestMail(viewer, userId);
};

it("gets neither password nor text when it offers no STARTTLS", async () => {
  server = await startMailServer(port, {
    onAuth: ({ username }, _session, callback) => {
      asked.push(username ?? "");
      callback(null, { user: username });
    },
  });
  await expect(send()).rejects.toMatchObject({ code: "unavailable" });
  expect(asked).toEqual([]);
  expect(server.received).toEqual([]);
});

it("gets nothing when its certificate is nobody's", async () => {
  server = await startMailServer(port, { hideSTARTTLS: false });
  await expect(send()).rejects.toMatchObject({ code: "unavailable" });
  expect(server.received).toEqual([]);
});

it("gets the mail over STARTTLS when its certificate is trusted", async () => {
  server = await startMailServer(port, { hideSTARTTLS: false });
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
  await send();
  expect(server.received).toMatchObject([{ secure: true, user: "assay" }]);
});
