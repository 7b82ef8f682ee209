import "server-only";
import { assertAdministrator, assertMayRead, type Viewer } from "../access";
import { loadCatalogue } from "../catalogue/load";
import { env } from "../env";
import { AppError, isAppError, notFound } from "../errors";
import { readInstalled, uninstallTable } from "./folder";
import { runAddScript } from "./run-script";
import type { AddedTable, AddTableInput, FoodTableView } from "./schemas";
import { dropUpload, finishUpload, readUpload, storeUpload } from "./upload";

/** The food tables of this server, the built-in ones first. */
export const listFoodTables = async (viewer: Viewer): Promise<FoodTableView[]> => {
  assertMayRead(viewer, viewer.userId);
  const installed = new Map(readInstalled(env().foodTablesDir).map((table) => [table.version, table]));
  return loadCatalogue().tables.map((table): FoodTableView => {
    const { version, name, title, edition, publisher, licence, citation, url, size } = table;
    const kept = installed.get(version);
    return {
      version,
      name,
      title,
      edition,
      publisher,
      licence,
      citation,
      url,
      foods: size,
      bytes: kept?.bytes ?? null,
      builtIn: kept === undefined,
      addedAt: kept?.addedAt ?? null,
      remarks: kept?.remarks ?? [],
    };
  });
};

/**
 * Keeps one file of a table that an administrator is about to add.
 * @param id of the upload, made by the client, one for all files of the table
 * @throws AppError forbidden, too_large, invalid.
 */
export const uploadTableFile = async (
  viewer: Viewer,
  id: string,
  name: string,
  body: ReadableStream<Uint8Array> | null,
): Promise<void> => {
  await assertAdministrator(viewer);
  await storeUpload(id, name, body);
};

/** Only one table is read at a time: each takes a processor for some seconds. */
let reading = false;

/**
 * Makes a table of an upload and installs it, for everybody and at once. Asking again gives the same answer. The files
 * are kept where only the word to replace an older edition is missing.
 * @throws AppError forbidden, not_found, invalid with what is wrong with the files, conflict.
 */
export const addFoodTable = async (
  viewer: Viewer,
  { upload, replace }: AddTableInput,
): Promise<AddedTable> => {
  await assertAdministrator(viewer);
  const found = await readUpload(upload);
  const { version, isNew } =
    "version" in found
      ? { version: found.version, isNew: false }
      : await addFiles(upload, found.files, replace);
  const table = (await listFoodTables(viewer)).find((each) => each.version === version);
  if (!table) throw notFound("The table");
  return { table, isNew };
};

const addFiles = async (upload: string, files: readonly string[], replace: boolean) => {
  if (reading) throw new AppError("conflict", "Another food table is being read. Try again in a minute.");
  reading = true;
  try {
    const added = await runAddScript(files, replace);
    await finishUpload(upload, added.version);
    return added;
  } catch (error) {
    if (!(isAppError(error) && error.code === "conflict")) await dropUpload(upload);
    throw error;
  } finally {
    reading = false;
  }
};

/**
 * Removes an installed table, for everybody and at once. What was logged of its foods keeps its amounts. One that is not
 * there changes nothing.
 * @throws AppError forbidden.
 */
export const removeFoodTable = async (viewer: Viewer, version: string): Promise<void> => {
  await assertAdministrator(viewer);
  uninstallTable(env().foodTablesDir, version);
};
