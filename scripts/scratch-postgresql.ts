import { randomBytes } from "node:crypto";
import pg from "pg";

/** Databases that live as long as one script or one test run, on a PostgreSQL server kept for such things. */

const prefix = "assay_scratch_";

function scratchName(url: string): string {
  const name = new URL(url).pathname.slice(1);
  if (!name.startsWith(prefix) || !/^\w+$/.test(name)) throw new Error(`${name} is not a scratch database`);
  return name;
}

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
 * Makes a database beside the one a URL names.
 * @param serverUrl a database whose user may create databases
 * @param templateUrl the scratch database it begins as a copy of; nobody may be connected to that. Else it is empty.
 * @returns its URL
 */
export async function createScratch(serverUrl: string, templateUrl?: string): Promise<string> {
  const name = `${prefix}${process.pid}_${randomBytes(4).toString("hex")}`;
  const template = templateUrl === undefined ? "template0" : scratchName(templateUrl);
  await onServer(serverUrl, `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Removes a database that `createScratch` made, ending whoever is still connected to it. */
export async function dropScratch(serverUrl: string, url: string): Promise<void> {
  await onServer(serverUrl, `DROP DATABASE IF EXISTS "${scratchName(url)}" WITH (FORCE)`);
}
