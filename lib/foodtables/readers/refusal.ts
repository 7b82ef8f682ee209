import { AppError } from "@/lib/errors";

/**
 * Refuses an official file as a whole.
 * @param where the place in it, as a person finds it: "food.csv, row 12, column fdc_id"
 * @param what what is wrong there, as the end of a sentence
 * @throws AppError invalid, always
 */
export function refuse(where: string, what: string, cause?: unknown): never {
  throw new AppError("invalid", `${where}: ${what}`, cause === undefined ? {} : { cause });
}
