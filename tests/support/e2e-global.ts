import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "@/lib/db/migrate";
import { parseEnv } from "@/lib/env";
import { createScratch, dropScratch } from "@/scripts/scratch-postgresql";
import { buildIsFresh, next, root, withoutTelemetry } from "@/scripts/steps.mjs";
import { freePort } from "./free-port";
import { CLIENT, startOidcServer } from "./oidc-server";
import { fakeOpenFoodFacts } from "./open-food-facts";
import { ADMINISTRATOR } from "./person";
import { reachablePostgresql } from "./postgresql";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the application under test is served, without a slash at its end. */
    baseUrl: string;
  }
}

/** How long the server may take until it answers; a busy machine takes its time. */
const PATIENCE_MS = 180_000;

/** Waits until the server answers; throws what it said when it does not. */
async function answering(url: string, server: ChildProcess, said: () => string): Promise<void> {
  for (const start = Date.now(); Date.now() - start < PATIENCE_MS; ) {
    if (server.exitCode !== null) break;
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The application does not answer on ${url}:\n${said()}`);
}

/** Serves the production build on a free port with a fresh database of the project's engine. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!buildIsFresh()) throw new Error("The production build is not of these sources: npm run build");
  const folder = mkdtempSync(join(tmpdir(), "assay-e2e-"));
  const onPostgresql = project.name === "e2e-postgresql";
  const postgresql = onPostgresql ? await reachablePostgresql() : null;
  const databaseUrl =
    postgresql === null ? `file:${join(folder, "e2e.db")}` : await createScratch(postgresql);
  const products = await fakeOpenFoodFacts();
  const port = await freePort();
  const login = await startOidcServer(`http://127.0.0.1:${port}/api/auth/callback/oidc`);
  const cleanUp = async () => {
    await Promise.all([products.close(), login.close()]);
    rmSync(folder, { recursive: true });
    if (postgresql !== null) await dropScratch(postgresql, databaseUrl);
  };

  const settings = {
    HOST: "127.0.0.1",
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: "a secret that only tests know, 32 characters and more",
    // Each test comes from an address of its own (see browser.ts), so that they do not share a rate limit.
    TRUST_PROXY: "1",
    OPENFOODFACTS_URL: products.url,
    ADMIN_EMAIL: ADMINISTRATOR,
    OIDC_ISSUER: login.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_NAME: "Example login",
    FOOD_TABLES_DIR: join(folder, "food-tables"),
  };
  const { database, publicUrl } = parseEnv(settings, root);
  let said = "";
  let server: ChildProcess | undefined;
  try {
    await migrate(database);
    server = spawn(process.execPath, [next, "start", "-H", settings.HOST, "-p", settings.PORT], {
      cwd: root,
      env: withoutTelemetry({
        ...process.env,
        ...settings,
        NODE_ENV: "production",
        NEXTAUTH_URL: publicUrl,
        NEXTAUTH_SECRET: settings.AUTH_SECRET,
      }),
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [server.stdout, server.stderr]) {
      stream?.on("data", (chunk) => {
        said = (said + chunk).slice(-20_000);
      });
    }
    await answering(`${publicUrl}/api/v1/health`, server, () => said);
  } catch (error) {
    server?.kill("SIGKILL");
    await cleanUp();
    throw error;
  }
  project.provide("baseUrl", publicUrl);

  const running = server;
  return async () => {
    if (running.exitCode === null) {
      running.kill("SIGTERM");
      await once(running, "exit");
    }
    // Anything the server complained of belongs beside the results.
    if (/error/i.test(said)) console.error(`The server of ${project.name} said:\n${said}`);
    await cleanUp();
  };
}
