// npm run admin -- …: the accounts of this server, for whoever runs it. It works beside a running server.
import { parseArgs } from "node:util";
import {
  appoint,
  countAll,
  databaseBytes,
  databaseProblems,
  endSessions,
  listAccounts,
  makeInvitation,
  makeResetLink,
  showAccount,
} from "@/lib/access/administration";
import { loadCatalogue } from "@/lib/catalogue/load";
import { disconnect, encryptionProblem, reencryptAll } from "@/lib/db";
import { EnvError, env } from "@/lib/env";
import { isAppError } from "@/lib/errors";
import { loadSettingsFile, main, Stop } from "./steps.mjs";

const USAGE = [
  "npm run admin -- list [PART]                    accounts whose address has PART; at most 1,000",
  "npm run admin -- show ADDRESS                   one account, and how much it keeps",
  "npm run admin -- reset-link ADDRESS             prints a link to set a new password, for one hour and once",
  "npm run admin -- end-sessions ADDRESS           signs every browser of the account out",
  "npm run admin -- make-administrator ADDRESS     lets it change what is everybody's",
  "npm run admin -- remove-administrator ADDRESS   no longer",
  "npm run admin -- invite ADDRESS                 prints a link to make an account; ADDRESS is the administrator who invites",
  "npm run admin -- figures                        how much there is, without anybody's data",
  "npm run admin -- rotate-key                     encrypts with the present ENCRYPTION_KEY what another key, or none, did",
  "npm run admin -- verify                         checks the database, the encryption and the food tables",
  "Add --json for output that programs read. Whether people may sign up decides SIGN_UP.",
].join("\n");

type Told = { readonly lines: readonly string[]; readonly data: unknown };

const dayOf = (instant: Date | null | undefined): string => instant?.toISOString().slice(0, 10) ?? "never";

const link = (path: string): Told => ({
  lines: [`${env().publicUrl}${path}`],
  data: { link: `${env().publicUrl}${path}` },
});

const verify = async (): Promise<Told> => {
  const problems = await databaseProblems();
  const sealed = await encryptionProblem();
  if (sealed !== null) problems.push(sealed);
  const tables = loadCatalogue().tables.length;
  if (problems.length > 0) throw new Stop(problems.join("\n"));
  return {
    lines: [
      `Nothing is wrong: the database, what is encrypted in it, and ${tables} ${tables === 1 ? "food table" : "food tables"}.`,
    ],
    data: { problems, tables },
  };
};

const COMMANDS: Readonly<Record<string, (argument: string) => Promise<Told>>> = {
  list: async (part) => {
    const found = await listAccounts(part.toLowerCase(), 1000);
    return {
      lines: found.map(
        ({ email, createdAt, lastSeenAt, administrator }) =>
          `${email}  since ${dayOf(createdAt)}  last seen ${dayOf(lastSeenAt)}${administrator ? "  administrator" : ""}`,
      ),
      data: found,
    };
  },
  show: async (email) => {
    const shown = await showAccount(email);
    return {
      lines: Object.entries(shown).map(
        ([name, value]) => `${name}: ${value instanceof Date ? value.toISOString() : String(value)}`,
      ),
      data: shown,
    };
  },
  "reset-link": async (email) => {
    const path = await makeResetLink(email.trim().toLowerCase());
    if (path === null) throw new Stop(`There is no account of ${email}.`);
    return link(path);
  },
  "end-sessions": async (email) => {
    const ended = await endSessions(email);
    return { lines: [`Signed out: ${ended} ${ended === 1 ? "browser" : "browsers"}.`], data: { ended } };
  },
  "make-administrator": async (email) => {
    await appoint(email, true);
    return { lines: [`${email} is an administrator.`], data: { administrator: true } };
  },
  "remove-administrator": async (email) => {
    await appoint(email, false);
    return { lines: [`${email} is no administrator.`], data: { administrator: false } };
  },
  invite: async (by) => link(await makeInvitation(by)),
  figures: async () => {
    const figures = {
      ...(await countAll(new Date())),
      engine: env().database.engine,
      bytes: await databaseBytes(),
    };
    return {
      lines: [
        `accounts: ${figures.accounts} (${figures.administrators} administrators), samples: ${figures.samples}`,
        `signed-in browser seen within 7 days: ${figures.seen7} accounts, within 30: ${figures.seen30}`,
        `diary entries: ${figures.entries}`,
        `database: ${figures.engine}, ${Math.ceil(figures.bytes / 1000)} kB`,
      ],
      data: figures,
    };
  },
  "rotate-key": async () => {
    const { changed, unreadable } = await reencryptAll();
    if (unreadable > 0)
      throw new Stop(
        `${changed} values changed; ${unreadable} cannot be read: put their key into ENCRYPTION_OLD_KEYS and run this again.`,
      );
    return { lines: [`${changed} values changed; every other one was right already.`], data: { changed } };
  },
  verify,
};

/** Commands that are of no account. */
const ALONE = new Set(["list", "figures", "rotate-key", "verify"]);

await main(async () => {
  loadSettingsFile();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "boolean", default: false } },
  });
  const [name = "", argument = "", ...more] = positionals;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined || more.length > 0 || (argument === "" && !ALONE.has(name)))
    throw new Stop(USAGE);
  try {
    const { lines, data } = await command(argument);
    console.log(values.json ? JSON.stringify(data) : lines.join("\n"));
  } catch (error) {
    if (isAppError(error) || error instanceof EnvError) throw new Stop(error.message);
    throw error;
  } finally {
    await disconnect();
  }
});
