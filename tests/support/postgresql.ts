import pg from "pg";

const usual = "postgresql://root@127.0.0.1:5432/test";

/**
 * The PostgreSQL server that tests may make databases on: TEST_POSTGRES_URL, else the usual one.
 * @throws when it does not answer
 */
export async function reachablePostgresql(): Promise<string> {
  const url = process.env.TEST_POSTGRES_URL || usual;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
  } catch (error) {
    const hint =
      "Set TEST_POSTGRES_URL to a server whose user may create databases; `npm test` looks for one.";
    throw new Error(`No PostgreSQL for the tests: ${(error as Error).message}. ${hint}`);
  } finally {
    await client.end();
  }
  return url;
}
