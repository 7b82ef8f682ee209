/** The cookie that switches single-key shortcuts off in this browser (WCAG 2.1.4). */
export const SINGLE_KEYS_COOKIE = "assay-single-keys";

/** Whether single keys are shortcuts; they are unless switched off. */
export const singleKeysOf = (value: string | undefined): boolean => value !== "off";
