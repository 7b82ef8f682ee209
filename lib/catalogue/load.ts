import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { env } from "@/lib/env";
import { type Catalogue, decodeCatalogue } from "./decode";
import type { DishRecipe } from "./dishes";
import { joinCatalogues } from "./join";

/** The tables that come with Assay, in the order in which they are joined. */
const BUILT_IN = ["foods.bin.br", "dishes.bin.br"] as const;

/** The file in the folder of installed tables that says which these are. It is only ever replaced by a rename. */
export const TABLES_INDEX = "index.json";

/** What the index says of an installed table. */
type Installed = { readonly file: string };

type Loaded = {
  readonly catalogue: Catalogue;
  /** The index that was read, as its device, inode, time and size say; "" when there is none. */
  readonly index: string;
  /** The compressed file of each table, by its version. */
  readonly files: ReadonlyMap<string, string>;
};

/** Kept on globalThis so that a development reload does not decode the tables again. */
const store = globalThis as typeof globalThis & {
  assayCatalogue?: Loaded;
  assayTables?: Map<string, Catalogue>;
  assayDishes?: ReadonlyMap<string, DishRecipe>;
};

const tablesIndex = (): string => join(env().foodTablesDir, TABLES_INDEX);

/** Changes whenever the index is replaced; one stat. */
const indexState = (): string => {
  const found = statSync(tablesIndex(), { throwIfNoEntry: false, bigint: true });
  return found === undefined ? "" : `${found.dev} ${found.ino} ${found.mtimeNs} ${found.size}`;
};

const readTable = (file: string): Catalogue => decodeCatalogue(brotliDecompressSync(readFileSync(file)));

/** The files of the installed tables, as the index lists them. An unreadable index is no index. */
const installedFiles = (state: string): readonly string[] => {
  if (state === "") return [];
  try {
    const { tables } = JSON.parse(readFileSync(tablesIndex(), "utf8")) as { tables: readonly Installed[] };
    return tables.map(({ file }) => join(env().foodTablesDir, file));
  } catch (error) {
    console.error(
      "The index of the installed food tables cannot be read; only the built-in ones are used.",
      error,
    );
    return [];
  }
};

const load = (root: string, index: string): Loaded => {
  const decoded = store.assayTables ?? new Map<string, Catalogue>();
  const kept = new Map<string, Catalogue>();
  const files = new Map<string, string>();
  const take = (file: string): Catalogue => {
    const table = decoded.get(file) ?? readTable(file);
    kept.set(file, table);
    files.set(table.version, file);
    return table;
  };
  const tables = BUILT_IN.map((file) => take(join(root, "data", "generated", file)));
  for (const file of installedFiles(index)) {
    try {
      tables.push(take(file));
    } catch (error) {
      console.error(`The food table ${file} cannot be read and is left out.`, error);
    }
  }
  store.assayTables = kept;
  return { catalogue: joinCatalogues(tables), index, files };
};

const current = (root: string): Loaded => {
  const index = indexState();
  if (store.assayCatalogue?.index !== index) store.assayCatalogue = load(root, index);
  return store.assayCatalogue;
};

/**
 * The food tables of this installation, the built-in ones and those in FOOD_TABLES_DIR, as one. Each is read once; a
 * table that was installed or removed since is noticed by a stat of the index, and gives another catalogue. Server only.
 * @param root the project's root; the working directory unless told otherwise.
 */
export const loadCatalogue = (root: string = process.cwd()): Catalogue => current(root).catalogue;

/** A single table of this installation as stored (Brotli), by its version; null when there is none. */
export const catalogueFile = (version: string, root: string = process.cwd()): Buffer | null => {
  const file = current(root).files.get(version);
  // A table that is removed between the look at the index and this is gone too.
  return file === undefined || !existsSync(file) ? null : readFileSync(file);
};

/** The recipes that the typical dishes were computed from, by their slugs; read once a process. Server only. */
export const loadDishes = (root: string = process.cwd()): ReadonlyMap<string, DishRecipe> => {
  store.assayDishes ??= new Map(
    (
      JSON.parse(readFileSync(join(root, "data", "reference", "dishes.json"), "utf8")) as {
        readonly dishes: readonly DishRecipe[];
      }
    ).dishes.map((dish) => [dish.slug, dish]),
  );
  return store.assayDishes;
};
