import "server-only";
import { outageOf } from "../db";
import { pendingMigrations } from "../db/state";

/** Why the database cannot serve requests, or null when it can: it answers and has every migration. */
export const databaseProblem = async (): Promise<string | null> => {
  try {
    const [pending] = await pendingMigrations();
    return pending === undefined ? null : `The database lacks the migration ${pending}.`;
  } catch (error) {
    // An outage is in the log already, once a minute.
    if (outageOf(error) === null) console.error(error);
    return "The database does not answer.";
  }
};
