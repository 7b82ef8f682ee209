// Makes the two database clients (SQLite and PostgreSQL) from the one model definition, prisma/schema.prisma.
// Plain Node: `npm start` runs it before anything is compiled. Skips when nothing changed; needs no network.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modelFile = join(root, "prisma", "schema.prisma");
const outputFolder = join(root, "lib", "db", "generated");
const stampFile = join(outputFolder, ".stamp");
const prismaFolder = join(root, "node_modules", "prisma");

/** The databases there is a client for; the first is the one the model definition names. */
export const engines = /** @type {const} */ (["sqlite", "postgresql"]);

/**
 * The model definition as one engine's schema: the same models under that engine's provider and output folder.
 * @param {string} model text of prisma/schema.prisma
 * @param {(typeof engines)[number]} engine
 * @returns {string}
 * @throws when the text has no SQLite datasource or no client output to replace
 */
export function schemaFor(model, engine) {
  const provider = /(datasource\s+\w+\s*\{[^}]*?provider\s*=\s*)"sqlite"/;
  const output = /(generator\s+client\s*\{[^}]*?output\s*=\s*)"[^"]*"/;
  if (!provider.test(model) || !output.test(model)) {
    throw new Error(
      'prisma/schema.prisma needs `provider = "sqlite"` in its datasource and an output for its client',
    );
  }
  return model.replace(provider, `$1"${engine}"`).replace(output, `$1"./${engine}"`);
}

/** What the generated code depends on: the models, Prisma's version and this script. */
function fingerprint() {
  return createHash("sha256")
    .update(readFileSync(modelFile))
    .update(readFileSync(join(prismaFolder, "package.json")))
    .update(readFileSync(fileURLToPath(import.meta.url)))
    .digest("hex");
}

/** Whether the generated clients match the model definition. */
export function isFresh() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === fingerprint();
}

/** Generates both clients unless they are fresh. Returns whether it did anything. Throws when Prisma refuses. */
export function generate() {
  if (isFresh()) return false;
  const stamp = fingerprint();
  const model = readFileSync(modelFile, "utf8");
  // Built aside and moved in whole, so that a process reading the clients never sees half of them.
  const aside = join(root, ".cache", `clients-${process.pid}`);
  mkdirSync(aside, { recursive: true });
  try {
    for (const engine of engines) {
      const schema = join(aside, `${engine}.prisma`);
      writeFileSync(schema, schemaFor(model, engine));
      const result = spawnSync(
        process.execPath,
        [join(prismaFolder, "build", "index.js"), "generate", "--schema", schema, "--no-hints"],
        {
          cwd: root,
          encoding: "utf8",
          env: {
            ...process.env,
            // Generating needs no schema engine, but Prisma fetches one unless told where one is.
            PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
            CHECKPOINT_DISABLE: "1",
            PRISMA_HIDE_UPDATE_MESSAGE: "1",
          },
        },
      );
      if (result.status !== 0) {
        throw new Error(
          `prisma generate (${engine}) failed:\n${result.stdout ?? ""}${result.stderr ?? result.error}`,
        );
      }
    }
    writeFileSync(join(aside, ".stamp"), stamp);
    mkdirSync(dirname(outputFolder), { recursive: true });
    rmSync(outputFolder, { recursive: true, force: true });
    renameSync(aside, outputFolder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(
    generate()
      ? "Made the database clients for SQLite and PostgreSQL."
      : "The database clients are up to date.",
  );
}
