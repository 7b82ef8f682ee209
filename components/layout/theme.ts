/** The cookie that holds the chosen theme; read on the server, so that the first paint already has it. */
export const THEME_COOKIE = "assay-theme";

/** "light" or "dark" when chosen, undefined to follow the device. */
export const themeOf = (value: string | undefined): "light" | "dark" | undefined =>
  value === "light" || value === "dark" ? value : undefined;
