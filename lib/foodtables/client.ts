// What the browser needs of food tables beside types: nothing here leads to zod.

/** Largest file of an upload, in bytes. The official releases of generic foods have below 60 MB. */
export const MAX_UPLOAD_BYTES = 200 * 1024 * 1024;

/** Most files of one upload: FNDDS comes as three workbooks. */
export const MAX_UPLOAD_FILES = 5;
