import { revalidatePath } from "next/cache";

/** Targets and names stand on every signed-in page: all are read again. */
export const changed = (): void => revalidatePath("/", "layout");
