// What the browser needs of the catalogue before the food table is here: nothing here leads to the parser.

/**
 * Maximum length of a line of food that is typed and read, in UTF-16 units; a whole day's food fits. What is beyond it
 * is reported as not understood.
 */
export const MAX_LINE_LENGTH = 2000;
