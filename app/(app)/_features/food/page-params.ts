import { notFound } from "next/navigation";
import { AppError } from "@/lib/errors";
import { foodId } from "@/lib/foods/schemas";

/** The id in a page's address; what is no id leads nowhere. */
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

/** What was asked for, or the page that says there is nothing here. */
export const orNotFound = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
};
