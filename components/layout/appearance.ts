/** The cookie that holds the chosen theme; read on the server, so that the first paint already has it. */
export const THEME_COOKIE = "assay-theme";

/** The theme in the cookie: "light" or "dark" when one was chosen, undefined to follow the device. */
export const parseTheme = (value: string | undefined): "light" | "dark" | undefined =>
  value === "light" || value === "dark" ? value : undefined;

/** The cookie that switches single-key shortcuts off in this browser (WCAG 2.1.4). */
export const SINGLE_KEYS_COOKIE = "assay-single-keys";

/** Whether single keys are shortcuts; they are unless the cookie switches them off. */
export const parseSingleKeys = (value: string | undefined): boolean => value !== "off";
