import { notFound } from "next/navigation";
import { isAppError } from "@/lib/errors";
import { foodId } from "@/lib/foods/schemas";

/** The food id in a page's address. Calls `notFound()` for anything else. */
export const foodIdParam = (segment: string): string => {
  let text = "";
  try {
    text = decodeURIComponent(segment);
  } catch {
    notFound();
  }
  const id = foodId.safeParse(text);
  return id.success ? id.data : notFound();
};

/** The result, or Next's not-found page where it throws AppError not_found. */
export const orNotFound = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") notFound();
    throw error;
  }
};
