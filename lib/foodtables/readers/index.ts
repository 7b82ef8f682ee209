import type { RawTable } from "../raw-table";
import { isAfcd, readAfcd } from "./afcd";
import { isBls, readBls } from "./bls";
import { isCiqual, readCiqual } from "./ciqual";
import { isCnf, readCnf } from "./cnf";
import { isFineli, readFineli } from "./fineli";
import { isFndds, readFndds } from "./fndds";
import { isFoodDataCentral, readFoodDataCentral } from "./fooddata-central";
import { gridsOf } from "./grids";
import { isNevo, readNevo } from "./nevo";
import { type OfficialFiles, openOfficialFiles } from "./official-files";
import { refuse } from "./refusal";
import { isSwiss, readSwiss } from "./swiss";
import type { Grid } from "./workbook";

/** Releases of many text tables that refer to each other. */
const PACKAGES: readonly {
  readonly is: (release: OfficialFiles) => boolean;
  readonly read: (release: OfficialFiles) => Promise<RawTable>;
}[] = [
  { is: isFoodDataCentral, read: readFoodDataCentral },
  { is: isFineli, read: readFineli },
  { is: isCnf, read: readCnf },
];

/** Releases with a row a food: a workbook or one text table. */
const TABLES: readonly {
  readonly is: (grids: readonly Grid[]) => boolean;
  readonly read: (grids: readonly Grid[], names: readonly string[]) => RawTable;
}[] = [
  { is: isFndds, read: readFndds },
  { is: isCiqual, read: readCiqual },
  { is: isBls, read: readBls },
  { is: isAfcd, read: readAfcd },
  { is: isNevo, read: readNevo },
  { is: isSwiss, read: readSwiss },
];

/**
 * Reads an official release of a food table, recognised by what is in it. Nothing is half read and nothing is written.
 * @param paths a file, a folder or a zip archive on the disk; several for a release that comes in several files
 * @throws AppError invalid with what is wrong with the file and where
 */
export async function readOfficialTable(paths: string | readonly string[]): Promise<RawTable> {
  const release = await openOfficialFiles(typeof paths === "string" ? [paths] : paths);
  try {
    const label = release.names[0] ?? "The file";
    const found = PACKAGES.find(({ is }) => is(release));
    if (found !== undefined) return await found.read(release);
    const grids: Grid[] = [];
    for (const file of release.files) grids.push(...(await gridsOf(file)));
    const table = TABLES.find(({ is }) => is(grids));
    if (table === undefined) return refuse(label, "is none of the official tables that are read");
    return table.read(grids, release.names);
  } finally {
    release.close();
  }
}
