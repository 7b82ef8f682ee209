import "server-only";
import { loadCatalogue } from "../catalogue/load";
import { databaseProblem } from "./store";

/**
 * Why this server cannot serve requests, or null when it can: the database answers and is migrated, and the food
 * table is loaded.
 */
export const readinessProblem = async (): Promise<string | null> => {
  const problem = await databaseProblem();
  if (problem !== null) return problem;
  try {
    return loadCatalogue().size > 0 ? null : "The food table is empty.";
  } catch (error) {
    console.error(error);
    return "The food table cannot be read.";
  }
};
