// npm run foods:add | foods:list | foods:remove: the installed food tables. A running server notices by itself. The
// server runs the same script, with --json, for what an administrator uploads.
import { parseArgs } from "node:util";
import { loadCatalogue } from "@/lib/catalogue/load";
import { EnvError, env } from "@/lib/env";
import { isAppError } from "@/lib/errors";
import { addOfficialTable } from "@/lib/foodtables/add";
import { findInstalled, type InstalledTable, readInstalled, uninstallTable } from "@/lib/foodtables/folder";
import { formatCount } from "@/lib/format";
import { loadSettingsFile, main, Stop, say, seconds } from "./steps.mjs";

const USAGE = [
  "npm run foods:add -- FILE … [--replace]   adds an official release; --replace: in place of an older edition",
  "npm run foods:list                        shows the installed tables",
  "npm run foods:remove -- NAME              removes one, by its name or version; diaries keep their amounts",
].join("\n");

const line = ({ name, edition, foods, bytes, version }: InstalledTable): string =>
  `${name} ${edition}: ${formatCount(foods)} foods, ${formatCount(Math.ceil(bytes / 1000))} kB, version ${version}`;

const add = async (files: readonly string[], replace: boolean): Promise<void> => {
  const since = performance.now();
  const builtIn = loadCatalogue().parts[0];
  if (builtIn === undefined || files.length === 0) throw new Stop(USAGE);
  const { table, isNew, replaced } = await addOfficialTable(files, builtIn, env().foodTablesDir, replace);
  if (!isNew) return say(`nothing to do: ${line(table)} is installed.`);
  say(`added ${line(table)} (${seconds(since)})`);
  if (replaced) say(`it took the place of ${line(replaced)}`);
  for (const remark of table.remarks) say(`note: ${remark}`);
};

const list = (): void => {
  for (const { name, edition, size, version } of loadCatalogue().tables.filter(
    ({ version: each }) => !readInstalled(env().foodTablesDir).some((table) => table.version === each),
  ))
    say(`built in: ${name}, ${edition}: ${formatCount(size)} foods, version ${version}`);
  const installed = readInstalled(env().foodTablesDir);
  if (installed.length === 0) say(`nothing is installed in ${env().foodTablesDir}`);
  for (const table of installed) say(`installed: ${line(table)}`);
};

const remove = (name: string | undefined): void => {
  if (name === undefined) throw new Stop(USAGE);
  const found = findInstalled(env().foodTablesDir, name);
  uninstallTable(env().foodTablesDir, found.version);
  say(`removed ${line(found)}`);
};

/** For the server: one line of JSON, and no other output. */
const addAsJson = async (files: readonly string[], replace: boolean): Promise<void> => {
  try {
    const builtIn = loadCatalogue().parts[0];
    if (builtIn === undefined) throw new Error("There is no built-in table");
    const { table, isNew } = await addOfficialTable(files, builtIn, env().foodTablesDir, replace);
    console.log(JSON.stringify({ ok: true, version: table.version, isNew }));
  } catch (error) {
    if (!isAppError(error)) throw error;
    console.log(JSON.stringify({ ok: false, code: error.code, message: error.message }));
  }
};

await main(async () => {
  // Paths are those of the folder that npm was called in.
  const from = process.env.INIT_CWD ?? process.cwd();
  const { resolve } = await import("node:path");
  loadSettingsFile();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { replace: { type: "boolean", default: false }, json: { type: "boolean", default: false } },
  });
  const [command, ...rest] = positionals;
  const files = rest.map((file) => resolve(from, file));
  try {
    if (command === "add") await (values.json ? addAsJson : add)(files, values.replace);
    else if (command === "list") list();
    else if (command === "remove") remove(rest[0]);
    else throw new Stop(USAGE);
  } catch (error) {
    if (isAppError(error) || error instanceof EnvError) throw new Stop(error.message);
    throw error;
  }
});
