"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { SINGLE_KEYS_COOKIE } from "@/components/layout/single-keys";
import { THEME_COOKIE } from "@/components/layout/theme";
import { openAction } from "@/lib/http";
import { changed } from "../_components/changed";

const YEAR = 365 * 24 * 60 * 60;

/** How this browser shows Assay; nothing of it is kept with the account. */
export const saveAppearance = openAction(
  z.strictObject({ theme: z.enum(["system", "light", "dark"]), singleKeys: z.boolean() }),
  async ({ theme, singleKeys }) => {
    const jar = await cookies();
    const options = { path: "/", sameSite: "lax", maxAge: YEAR } as const;
    if (theme === "system") jar.delete(THEME_COOKIE);
    else jar.set(THEME_COOKIE, theme, options);
    if (singleKeys) jar.delete(SINGLE_KEYS_COOKIE);
    else jar.set(SINGLE_KEYS_COOKIE, "off", options);
    changed();
  },
);
