import type { Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export { freePort } from "./free-port";

/** A mail as a mail server got it. */
export type Received = {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly secure: boolean;
  readonly user: string | null;
};

export type MailServer = {
  readonly received: Received[];
  /** Cuts every connection in the middle of whatever it does. */
  readonly cut: () => void;
  readonly close: () => Promise<void>;
};

/** Runs a real SMTP server that knows one user, "assay" with "pass word". */
export const startMailServer = async (port: number, options: SMTPServerOptions = {}): Promise<MailServer> => {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    onAuth: ({ username, password }, _session, callback) =>
      username === "assay" && password === "pass word"
        ? callback(null, { user: username })
        : callback(new Error("Wrong password")),
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString("utf8"),
          secure: session.secure,
          user: session.user ?? null,
        });
        callback(null);
      });
    },
    ...options,
  });
  // Clients that break off are what some tests are about.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(port, "0.0.0.0", resolve));
  return {
    received,
    cut: () => {
      const { connections } = server as unknown as { connections: Set<{ _socket: Socket }> };
      for (const { _socket } of connections) _socket.destroy();
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

/** The value of a header, unfolded; null where there is none. */
export const headerOf = ({ raw }: Received, name: string): string | null =>
  new RegExp(`^${name}:((?:.*)(?:\\r\\n[ \\t].*)*)`, "im")
    .exec(raw)?.[1]
    ?.replaceAll(/\r\n[ \t]+/g, " ")
    .trim() ?? null;

/** The text of a mail with its soft line breaks and coded letters undone. */
export const textOf = ({ raw }: Received): string =>
  raw
    .replaceAll("=\r\n", "")
    .replaceAll(/(?:=[0-9A-F]{2})+/g, (coded) =>
      Buffer.from(coded.replaceAll("=", ""), "hex").toString("utf8"),
    );
