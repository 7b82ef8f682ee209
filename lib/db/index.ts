// The only way into lib/db, and only for lib/*/store.ts.
export {
  db,
  disconnect,
  engine,
  nullOnConflict,
  Prisma,
  putOwned,
  readJson,
  rows,
  sql,
  transaction,
} from "./database";
