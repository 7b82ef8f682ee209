// What the browser needs of the catalogue before the food table is here: nothing here leads to the parser.

/**
 * Maximum length of a line of food that is typed and read, in UTF-16 units; a whole day's food fits. What is beyond it
 * is reported as not understood.
 */
export const MAX_LINE_LENGTH = 2000;

/** What the codes of a table's foods look like, in small letters, by the prefix of their ids: "ndb:09040". */
export const TABLE_CODES = {
  ndb: "\\d{5}",
  dish: "[a-z0-9-]{1,60}",
  fdc: "\\d{1,10}",
  fndds: "\\d{8}",
  fineli: "\\d{1,10}",
  ciqual: "\\d{1,10}",
  bls: "[a-z0-9]{1,12}",
  afcd: "[a-z0-9]{1,12}",
  nevo: "\\d{1,10}",
  swiss: "\\d{1,10}",
  cnf: "\\d{1,10}",
} as const;
