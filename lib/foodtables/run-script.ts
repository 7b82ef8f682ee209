import { join } from "node:path";
import { z } from "zod";
import { env } from "../env";
import { AppError } from "../errors";
import { forgetProcess } from "./folder";
import { type Limits, runLimited } from "./run-limited";

const MINUTE_MS = 60_000;
/** The largest official tables take half a minute; a workbook is read whole. */
const LIMITS: Limits = { timeMs: 10 * MINUTE_MS, memoryMb: 2048 };

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
 * Adds an official table in a process of its own, so that this one goes on answering. One that takes too long or too
 * much memory is ended, and nothing of it stays.
 * @throws AppError as scripts/food-tables.ts says: invalid, conflict; too_large when it was ended; internal when it did
 * not end as it should.
 */
export const runAddScript = async (
  files: readonly string[],
  replace: boolean,
  limits: Limits = LIMITS,
): Promise<{ version: string; isNew: boolean }> => {
  const root = process.cwd();
  const script = join(root, "scripts", "food-tables.ts");
  const args = [
    "--import",
    "tsx",
    script,
    "add",
    "--json",
    ...(replace ? ["--replace"] : []),
    "--",
    ...files,
  ];
  const { pid, output, reason } = await runLimited(args, root, limits);
  if (reason !== "done") {
    forgetProcess(env().foodTablesDir, pid);
    throw failure(reason, limits);
  }
  const result = answer.safeParse(lastLine(output));
  if (!result.success) throw new AppError("internal", "The table could not be read.", { cause: output });
  if (!result.data.ok) throw new AppError(result.data.code, result.data.message);
  return { version: result.data.version, isNew: result.data.isNew };
};

const failure = (reason: "time" | "memory" | "failed", { timeMs, memoryMb }: Limits): AppError => {
  if (reason === "failed")
    return new AppError("internal", "The table could not be read. The server's log says why.");
  const most =
    reason === "time"
      ? `longer than the ${Math.round((timeMs / MINUTE_MS) * 10) / 10} minutes`
      : `more than the ${memoryMb} MB of memory`;
  return new AppError(
    "too_large",
    `Reading the table took ${most} that it may take, so it was given up. Nothing was added and nothing of the upload is kept.`,
  );
};
