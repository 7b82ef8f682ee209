import { execFile } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "../errors";

/** Longest time that a table may take; the largest official ones take half a minute. */
const PATIENCE_MS = 10 * 60_000;
/** Most memory of the process, MB: a workbook is read whole. */
const MEMORY_MB = 2048;

const answer = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), version: z.string(), isNew: z.boolean() }),
  z.object({ ok: z.literal(false), code: z.enum(["invalid", "conflict", "not_found"]), message: z.string() }),
]);

const lastLine = (output: string): unknown => {
  try {
    return JSON.parse(output.trim().split("\n").at(-1) ?? "");
  } catch {
    return null;
  }
};

/**
 * Adds an official table in a process of its own, so that this one goes on answering.
 * @throws AppError as scripts/food-tables.ts says: invalid, conflict; internal when it did not end as it should.
 */
export const runAddScript = async (
  files: readonly string[],
  replace: boolean,
): Promise<{ version: string; isNew: boolean }> => {
  const root = process.cwd();
  const args = [
    `--max-old-space-size=${MEMORY_MB}`,
    join(root, "node_modules", "tsx", "dist", "cli.mjs"),
    join(root, "scripts", "food-tables.ts"),
    "add",
    "--json",
    ...(replace ? ["--replace"] : []),
    "--",
    ...files,
  ];
  const output = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, args, { cwd: root, timeout: PATIENCE_MS }, (error, stdout, stderr) => {
      if (error === null) return resolve(stdout);
      console.error(stderr);
      reject(
        new AppError("internal", "The table could not be read. The server's log says why.", { cause: error }),
      );
    });
  });
  const result = answer.safeParse(lastLine(output));
  if (!result.success) throw new AppError("internal", "The table could not be read.", { cause: output });
  if (!result.data.ok) throw new AppError(result.data.code, result.data.message);
  return { version: result.data.version, isNew: result.data.isNew };
};
