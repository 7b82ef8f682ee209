import type { RawTable } from "../raw-table";
import { isFoodDataCentral, readFoodDataCentral } from "./fooddata-central";
import { type OfficialFiles, openOfficialFiles } from "./official-files";
import { refuse } from "./refusal";

const READERS: readonly {
  is: (files: OfficialFiles) => boolean;
  read: (files: OfficialFiles) => Promise<RawTable>;
}[] = [{ is: isFoodDataCentral, read: readFoodDataCentral }];

/**
 * Reads an official release of a food table, recognised by what is in it. Nothing is half read and nothing is written.
 * @param paths a file, a folder or a zip archive on the disk; several for a release that comes in several files
 * @throws AppError invalid with what is wrong with the file and where
 */
export async function readOfficialTable(paths: string | readonly string[]): Promise<RawTable> {
  const release = await openOfficialFiles(typeof paths === "string" ? [paths] : paths);
  try {
    const reader = READERS.find(({ is }) => is(release));
    if (reader === undefined)
      return refuse(release.names[0] ?? "The file", "is none of the official tables that are read");
    return await reader.read(release);
  } finally {
    release.close();
  }
}
