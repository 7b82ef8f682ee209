// The only way into lib/db, and only for lib/*/store.ts.
export {
  db,
  deleteOwned,
  disconnect,
  engine,
  nullOnConflict,
  Prisma,
  type Put,
  putOwned,
  readJson,
  rows,
  sql,
  transaction,
} from "./database";
export { outageOf } from "./outage";
export { insertWithin, serializeByOwner } from "./owner-queue";
export { encryptionProblem, reencryptAll } from "./reencrypt";
