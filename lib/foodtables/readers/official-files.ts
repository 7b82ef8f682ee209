import { createReadStream } from "node:fs";
import { lstat, open, readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { isAppError } from "@/lib/errors";
import { refuse } from "./refusal";

/** One file of a release: on the disk, in a folder or in a zip archive. Nothing is ever unpacked to the disk. */
export type OfficialFile = {
  /** Its name without folders, in lower case: "food.csv". */
  readonly name: string;
  /** As a person finds it: "release.zip, food.csv". */
  readonly label: string;
  /** Size in bytes, as an archive states it; reading more than that fails. */
  readonly bytes: number;
  readonly stream: () => Promise<Readable>;
  /** Its whole content. @throws AppError invalid above `limit` bytes. */
  readonly content: (limit: number) => Promise<Buffer>;
};

export type OfficialFiles = {
  readonly files: readonly OfficialFile[];
  /** Folder names inside archives and names of what was given; they often state the edition. */
  readonly names: readonly string[];
  readonly close: () => void;
};

const MAX_ENTRIES = 2000;
/** The largest official file by far is food_nutrient.csv of a whole FoodData Central download, about 1.7 GB. */
const MAX_TOTAL_BYTES = 8 * 2 ** 30;
/** An office program's XML is packed up to about 20 times; text tables up to about 15 times. */
const MAX_RATIO = 200;

const fileOf = (
  name: string,
  label: string,
  bytes: number,
  stream: () => Promise<Readable>,
): OfficialFile => ({
  name: name.toLowerCase(),
  label,
  bytes,
  stream,
  content: async (limit) => {
    if (bytes > limit) refuse(label, `is larger than the ${Math.round(limit / 2 ** 20)} MB that are read`);
    try {
      return await buffer(await stream());
    } catch (error) {
      if (isAppError(error)) throw error;
      return refuse(label, "cannot be read; the file is damaged", error);
    }
  },
});

/** Whether an entry of an archive is of the release: not a folder and not what operating systems add. */
const isContent = ({ fileName }: Entry): boolean =>
  !/\/$|(^|\/)(__MACOSX\/|\.[^/]*$|Thumbs\.db$)/.test(fileName);

async function entriesOf(zip: ZipFile, label: string): Promise<Entry[]> {
  if (zip.entryCount > MAX_ENTRIES)
    refuse(label, `holds ${zip.entryCount} files, more than a food table has`);
  const entries: Entry[] = [];
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (!isContent(entry)) continue;
    const where = `${label}, ${entry.fileName}`;
    if (entry.isEncrypted()) refuse(where, "is encrypted");
    total += entry.uncompressedSize;
    if (
      total > MAX_TOTAL_BYTES ||
      (entry.uncompressedSize > 2 ** 20 && entry.uncompressedSize > entry.compressedSize * MAX_RATIO)
    )
      refuse(where, "unpacks to far more than a food table holds");
    entries.push(entry);
    if (entries.length > MAX_ENTRIES) refuse(label, "holds more files than a food table has");
  }
  return entries;
}

const asOfficial = (zip: ZipFile, entry: Entry, label: string): OfficialFile =>
  fileOf(
    basename(entry.fileName),
    `${label}, ${basename(entry.fileName)}`,
    entry.uncompressedSize,
    async () => {
      try {
        return await zip.openReadStreamPromise(entry);
      } catch (error) {
        return refuse(`${label}, ${entry.fileName}`, "cannot be unpacked; the archive is damaged", error);
      }
    },
  );

/** The files of an archive. @throws AppError invalid when it is damaged, encrypted, or unpacks to too much. */
async function unzip(path: string, label: string): Promise<{ zip: ZipFile; entries: Entry[] }> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false });
    return { zip, entries: await entriesOf(zip, label) };
  } catch (error) {
    zip?.close();
    if (isAppError(error)) throw error;
    return refuse(label, "is not a zip archive that can be read; it is damaged or not complete", error);
  }
}

const ZIP = "504b0304";
const EMPTY_ZIP = "504b0506";

async function signature(path: string): Promise<string> {
  const handle = await open(path, "r");
  try {
    const { bytesRead, buffer: bytes } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return bytes.subarray(0, bytesRead).toString("hex");
  } finally {
    await handle.close();
  }
}

/** A workbook of the newer format is a zip archive with these in it. */
const isWorkbook = (entries: readonly Entry[]): boolean =>
  entries.some(({ fileName }) => fileName === "[Content_Types].xml") &&
  entries.some(({ fileName }) => fileName.startsWith("xl/"));

/**
 * Opens an official release: one or more files, a folder, or a zip archive (with or without a folder in it).
 * @param paths on the disk; close what is returned when done
 * @throws AppError invalid when a path is missing or an archive cannot be read
 */
export async function openOfficialFiles(paths: readonly string[]): Promise<OfficialFiles> {
  const files: OfficialFile[] = [];
  const names: string[] = [];
  const zips: ZipFile[] = [];
  const close = () => {
    for (const zip of zips) zip.close();
  };
  const add = async (path: string, insideFolder: boolean): Promise<void> => {
    const label = basename(path);
    const stats = await lstat(path).catch((error: unknown) => refuse(label, "was not found", error));
    if (stats.isDirectory() && !insideFolder) {
      names.push(label);
      const children = (await readdir(path)).filter((name) => !name.startsWith(".")).sort();
      if (children.length > MAX_ENTRIES) refuse(label, "holds more files than a food table has");
      for (const child of children) await add(join(path, child), true);
      return;
    }
    // Links and devices in a folder are no part of a release.
    if (!stats.isFile()) {
      if (insideFolder) return;
      refuse(label, "is neither a file nor a folder");
    }
    names.push(label);
    const plain = () => fileOf(label, label, stats.size, async () => createReadStream(path));
    const kind = await signature(path);
    if (kind === EMPTY_ZIP) refuse(label, "is an empty archive");
    if (kind !== ZIP) {
      files.push(plain());
      return;
    }
    const { zip, entries } = await unzip(path, label);
    if (isWorkbook(entries)) {
      zip.close();
      files.push(plain());
      return;
    }
    zips.push(zip);
    for (const entry of entries) {
      const folders = entry.fileName.split("/").slice(0, -1);
      for (const folder of folders) if (!names.includes(folder)) names.push(folder);
      files.push(asOfficial(zip, entry, label));
    }
  };
  try {
    for (const path of paths) await add(path, false);
  } catch (error) {
    close();
    throw error;
  }
  return { files, names, close };
}
