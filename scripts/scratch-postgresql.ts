import { randomBytes } from "node:crypto";
import pg from "pg";

/** Databases that live as long as one script or one test run, on a PostgreSQL server kept for such things. */

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Makes an empty database beside the one a URL names.
 * @param serverUrl a database whose user may create databases
 * @returns its URL
 */
export async function createScratch(serverUrl: string): Promise<string> {
  const name = `assay_scratch_${process.pid}_${randomBytes(4).toString("hex")}`;
  await onServer(serverUrl, `CREATE DATABASE "${name}"`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Removes a database that `createScratch` made, ending whoever is still connected to it. */
export async function dropScratch(serverUrl: string, url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  if (!name.startsWith("assay_scratch_")) throw new Error(`${name} is not a scratch database`);
  await onServer(serverUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
}
