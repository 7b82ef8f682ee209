import { createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { env } from "../env";
import { AppError, notFound } from "../errors";
import { MAX_UPLOAD_BYTES, MAX_UPLOAD_FILES } from "./client";

/** Uploads that nobody made a table of are deleted after this time. */
const UPLOAD_LIFE_MS = 60 * 60_000;
const FILES = "files";
/** Kept of an upload that became a table: its version, so that asking again gives the same answer. */
const DONE = "done";

const uploads = (): string => join(env().foodTablesDir, "uploads");
const folderOf = (id: string): string => join(uploads(), id);

const sweep = async (): Promise<void> => {
  for (const id of await readdir(uploads()).catch(() => [])) {
    const made = await stat(folderOf(id)).catch(() => null);
    if (made && Date.now() - made.mtimeMs > UPLOAD_LIFE_MS)
      await rm(folderOf(id), { recursive: true, force: true });
  }
};

/** Lets bytes through up to the limit. */
const bounded = (): Transform => {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length;
      if (size > MAX_UPLOAD_BYTES)
        done(new AppError("too_large", `A file may have at most ${MAX_UPLOAD_BYTES / 1024 / 1024} MiB.`));
      else done(null, chunk);
    },
  });
};

/**
 * Keeps one file of an upload; the same name again takes its place. Streams, and keeps nothing of a file that is not
 * whole.
 * @param id made by the client, one for all files of a table
 * @throws AppError too_large, or invalid for an empty file or one too many.
 */
export const storeUpload = async (
  id: string,
  name: string,
  body: globalThis.ReadableStream<Uint8Array> | null,
): Promise<void> => {
  if (body === null) throw new AppError("invalid", "The file is empty.");
  await sweep();
  const folder = join(folderOf(id), FILES);
  await mkdir(folder, { recursive: true });
  const files = await readdir(folder);
  if (!files.includes(name) && files.length >= MAX_UPLOAD_FILES)
    throw new AppError("invalid", `A table comes in at most ${MAX_UPLOAD_FILES} files.`);
  const draft = join(folderOf(id), `${name}.part`);
  try {
    await pipeline(Readable.fromWeb(body as ReadableStream<Uint8Array>), bounded(), createWriteStream(draft));
    if ((await stat(draft)).size === 0) throw new AppError("invalid", "The file is empty.");
    await rename(draft, join(folder, name));
  } finally {
    await rm(draft, { force: true });
  }
};

/** The files of an upload, or the version of the table that it became. @throws AppError not_found. */
export const readUpload = async (id: string): Promise<{ files: string[] } | { version: string }> => {
  const version = await readFile(join(folderOf(id), DONE), "utf8").catch(() => null);
  if (version !== null) return { version };
  const folder = join(folderOf(id), FILES);
  const files = await readdir(folder).catch(() => []);
  if (files.length === 0) throw notFound("The upload");
  return { files: files.toSorted().map((file) => join(folder, file)) };
};

/** Deletes the files of an upload that became a table. */
export const finishUpload = async (id: string, version: string): Promise<void> => {
  await writeFile(join(folderOf(id), DONE), version);
  await rm(join(folderOf(id), FILES), { recursive: true, force: true });
};

/** Deletes an upload that no table can be made of. */
export const dropUpload = (id: string): Promise<void> => rm(folderOf(id), { recursive: true, force: true });
