import type { FoodTable } from "@/app/(app)/_features/food";
import {
  doubtWords,
  type KnownFoods,
  type ProposedItem,
  proposeMeal,
} from "@/app/(app)/_features/palette/meal";
import type { ParsedMeal } from "@/lib/catalogue";

/** Lines of a list that are read at once. */
export const MAX_LIST_LINES = 60;

const BULLET = /^\s*(?:[-–—*•·‣▪●◦☐□]\s*|\[[ x]?\]\s*|\d{1,2}[.)]\s+)/u;
/** "1 (400 g) can chickpeas", "2 x 400 g tins of chickpeas": how many, the weight of one, and the rest. */
const PACKED =
  /^(\d{1,2})\s*(?:[x×]\s*)?\(?\s*(\d+(?:[.,]\d+)?)\s*-?(g|kg|ml|l|oz|ounces?|grams?)\s*\)?\s+(cans?|tins?|jars?|packets?|packages?|packs?|bottles?|bags?|cartons?|boxe?s?)\s+(?:of\s+)?(.+)$/iu;

/** What comes in these is canned; the search for ingredients would take it for the raw food. */
const CANNED = /^(?:can|tin|jar)s?$/i;

/** "For the sauce:" names a part of the recipe, not a food. */
const isHead = (line: string): boolean => /:\s*$/.test(line) && !/\d/.test(line);

/** What a line says of an amount inside a package, as an amount: "1 (400 g) can chickpeas" is 400 g canned chickpeas. */
const unpacked = (line: string): string => {
  const [, count, amount, unit, pack = "", rest = ""] = PACKED.exec(line) ?? [];
  if (amount === undefined) return line;
  const grams = Number((Number(count) * Number(amount.replace(",", "."))).toFixed(3));
  const canned = CANNED.test(pack) && !/\b(?:canned|tinned|jarred)\b/i.test(rest) ? "canned " : "";
  return `${grams} ${unit} ${canned}${rest}`;
};

/** One line of a list and what it is read as. */
export type ReadLine = {
  readonly line: string;
  readonly head: boolean;
  /** Foods with their amounts; one without `choice` has an open question. */
  readonly items: readonly ProposedItem[];
  /** Parts of the line that were not understood. */
  readonly rest: readonly string[];
  /** What has to be confirmed before it is added, as sentences; null where nothing has. */
  readonly doubt: string | null;
};

const NO_CORRECTIONS = new Map<string, never>();

/**
 * Reads a list of ingredients, line by line, in its order; nothing is dropped: every line is in the answer, with what of
 * it was not understood. Lines beyond {@link MAX_LIST_LINES} are answered unread.
 */
export const readIngredientLines = (
  text: string,
  table: FoodTable,
  known: KnownFoods,
  parse: (line: string) => ParsedMeal,
): ReadLine[] =>
  text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.replace(BULLET, "").trim())
    .filter((line) => line !== "")
    .map((line, index) => {
      if (index >= MAX_LIST_LINES) return { line, head: false, items: [], rest: [line], doubt: null };
      if (isHead(line)) return { line, head: true, items: [], rest: [], doubt: null };
      const plain = unpacked(line);
      const { items, notUnderstood, held } = proposeMeal(plain, parse(plain), NO_CORRECTIONS, table, known);
      const doubts = new Set(
        [...(held ? [held] : []), ...items.flatMap((item) => item.doubts)].map(doubtWords),
      );
      const doubt = doubts.size === 0 ? null : [...doubts].join(" ");
      return { line, head: false, items, rest: notUnderstood, doubt };
    });

/** The foods of a line that can be added. @param confirmed the lines that are taken as they were read. */
export const readyIn = ({ line, items, doubt }: ReadLine, confirmed: ReadonlySet<string>) =>
  doubt === null || confirmed.has(line) ? items.filter(({ choice }) => choice !== null) : [];

/** The lines that stay to be put right once the ready foods are added. */
export const unreadLines = (lines: readonly ReadLine[], confirmed: ReadonlySet<string>): string =>
  lines
    .flatMap((read) => {
      const { line, head, items } = read;
      const ready = readyIn(read, confirmed);
      if (head || (items.length > 0 && ready.length === items.length)) return [];
      return ready.length > 0
        ? items.filter((item) => !ready.includes(item)).map(({ said }) => said)
        : [line];
    })
    .join("\n");
