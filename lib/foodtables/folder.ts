import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { z } from "zod";
import { decodeCatalogue } from "../catalogue";
import { TABLES_INDEX } from "../catalogue/load";
import { AppError, notFound } from "../errors";

const installedTable = z.object({
  /** File in the folder: "fndds-59ae04187cb71e3b.bin.br". */
  file: z.string().regex(/^[a-z]+-[0-9a-f]+\.bin\.br$/),
  version: z.string(),
  prefix: z.string(),
  name: z.string(),
  title: z.string(),
  edition: z.string(),
  foods: z.number(),
  /** Size of the file. */
  bytes: z.number(),
  addedAt: z.string(),
  /** What the reader left out, and why. */
  remarks: z.array(z.string()),
});
/** A table in the folder of installed tables, as the index keeps it. */
export type InstalledTable = z.output<typeof installedTable>;

const tablesIndex = z.object({ tables: z.array(installedTable) });

/** The installed tables in the order in which they were added. @throws when the index is damaged. */
export const readInstalled = (folder: string): readonly InstalledTable[] => {
  const file = join(folder, TABLES_INDEX);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
  const parsed = tablesIndex.safeParse(JSON.parse(text));
  if (!parsed.success)
    throw new AppError("internal", `${file} is damaged: ${parsed.error.issues[0]?.message}.`);
  return parsed.data.tables;
};

/** Writes a file whole or not at all: readers see the old one or the new one. */
const writeWhole = (file: string, content: string | Uint8Array): void => {
  const draft = `${file}.${process.pid}.draft`;
  const handle = openSync(draft, "w");
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
};

const writeInstalled = (folder: string, tables: readonly InstalledTable[]): void =>
  writeWhole(join(folder, TABLES_INDEX), `${JSON.stringify({ tables }, null, 2)}\n`);

/** A lock that is older than this was left by a process that ended in the middle. */
const STALE_LOCK_MS = 60_000;

/** Changes the folder while nobody else does. @throws AppError conflict when somebody else is at it. */
const locked = <T>(folder: string, change: () => T): T => {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, "lock");
  const held = statSync(lock, { throwIfNoEntry: false });
  if (held && Date.now() - held.mtimeMs > STALE_LOCK_MS) rmSync(lock, { force: true });
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new AppError("conflict", "Another food table is being added or removed. Try again in a minute.");
  }
  try {
    return change();
  } finally {
    rmSync(lock, { force: true });
  }
};

/** Deletes what a process that was ended in the middle left in the folder. */
export const forgetProcess = (folder: string, pid: number): void => {
  const lock = join(folder, "lock");
  if (existsSync(lock) && readFileSync(lock, "utf8") === String(pid)) rmSync(lock, { force: true });
  for (const file of existsSync(folder) ? readdirSync(folder) : [])
    if (file.endsWith(`.${pid}.draft`)) rmSync(join(folder, file), { force: true });
};

/** The version of a table, by what a person calls it: version, prefix, short name or title. @throws AppError. */
export const findInstalled = (folder: string, name: string): InstalledTable => {
  const wanted = name.trim().toLowerCase();
  const found = readInstalled(folder).filter(({ version, prefix, name: short, title }) =>
    [version, prefix, short, title].some((known) => known.toLowerCase() === wanted),
  );
  const [first, second] = found;
  if (first === undefined) throw notFound(`An installed food table ${JSON.stringify(name)}`);
  if (second !== undefined)
    throw new AppError(
      "invalid",
      `${name} could be ${found.map(({ name: short, version }) => `${short} (${version})`).join(" or ")}. Name its version.`,
    );
  return first;
};

export type Added = {
  readonly table: InstalledTable;
  /** Whether anything changed: the same table again changes nothing. */
  readonly isNew: boolean;
  /** The older edition that it took the place of. */
  readonly replaced: InstalledTable | null;
};

/**
 * Puts a compiled table into the folder. The same bytes again change nothing.
 * @param replace whether it may take the place of an installed table with the same title or foods of the same ids.
 * @throws AppError conflict when there is such a table and it may not.
 */
export const installTable = (
  folder: string,
  bytes: Uint8Array,
  { replace, remarks, now }: { replace: boolean; remarks: readonly string[]; now: Date },
): Added => {
  const table = decodeCatalogue(bytes);
  const { prefix, name, title, edition, version, size } = table.tableAt(0);
  return locked(folder, () => {
    const installed = readInstalled(folder);
    const same = installed.find((each) => each.version === version);
    if (same) return { table: same, isNew: false, replaced: null };
    const older = installed.filter(
      (each) => each.prefix === prefix && (each.title === title || sharesFoods(folder, each, table.ids)),
    );
    const [first, second] = older;
    if (second !== undefined)
      throw new AppError(
        "conflict",
        `${title} has foods of several installed tables: ${older.map((each) => each.name).join(" and ")}. Remove these first.`,
      );
    if (first !== undefined && !replace)
      throw new AppError(
        "conflict",
        `${first.title}, ${first.edition}, is installed and has the same foods. Say that ${edition} is to replace it.`,
      );
    const file = `${prefix}-${version}.bin.br`;
    const packed = brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    });
    writeWhole(join(folder, file), packed);
    const added: InstalledTable = {
      file,
      version,
      prefix,
      name,
      title,
      edition,
      foods: size,
      bytes: packed.length,
      addedAt: now.toISOString(),
      remarks: [...remarks],
    };
    writeInstalled(
      folder,
      first === undefined ? [...installed, added] : installed.map((each) => (each === first ? added : each)),
    );
    if (first !== undefined) rmSync(join(folder, first.file), { force: true });
    return { table: added, isNew: true, replaced: first ?? null };
  });
};

/** Whether an installed table has a food of one of these ids. One that cannot be read has none. */
const sharesFoods = (folder: string, { file }: InstalledTable, ids: readonly string[]): boolean => {
  try {
    const table = decodeCatalogue(brotliDecompressSync(readFileSync(join(folder, file))));
    return ids.some((id) => table.indexOf(id) >= 0);
  } catch {
    return false;
  }
};

/** Takes a table out of the folder; one that is not there changes nothing. */
export const uninstallTable = (folder: string, version: string): void => {
  locked(folder, () => {
    const installed = readInstalled(folder);
    const gone = installed.find((each) => each.version === version);
    if (!gone) return;
    writeInstalled(
      folder,
      installed.filter((each) => each !== gone),
    );
    rmSync(join(folder, gone.file), { force: true });
  });
};
