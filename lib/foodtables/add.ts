import type { Catalogue } from "../catalogue";
import { withoutImpossible } from "./check";
import { compileTable } from "./compile";
import { type Added, installTable } from "./folder";
import { readOfficialTable } from "./readers";

/**
 * Reads an official release, compiles it and installs it; nothing is installed of one that is not right throughout.
 * Takes seconds of one processor, so a server runs it as a process of its own (scripts/food-tables.ts).
 * @param files the release: a file, a folder, an archive, or the files of it
 * @param builtIn the table of USDA SR28
 * @param folder where installed tables are kept
 * @throws AppError invalid with what is wrong with the release; conflict when it may not replace an older edition.
 */
export const addOfficialTable = async (
  files: readonly string[],
  builtIn: Catalogue,
  folder: string,
  replace: boolean,
): Promise<Added> => {
  const table = withoutImpossible(await readOfficialTable(files), builtIn);
  return installTable(folder, compileTable(table, builtIn), {
    replace,
    remarks: table.remarks,
    now: new Date(),
  });
};
