import { findPostgresql } from "@/scripts/outside-tools.mjs";

/**
 * A PostgreSQL server that tests may make databases on.
 * @throws when there is none
 */
export async function reachablePostgresql(): Promise<string> {
  const url = await findPostgresql();
  if (url === null) {
    throw new Error(
      "There is no PostgreSQL for the tests; set TEST_POSTGRES_URL to a server whose user may make databases.",
    );
  }
  return url;
}
