import table from "@/data/reference/food-synonyms.json";
import type { NameIndex } from "./name-index";
import { type Word, wordsOf } from "./words";

/*
 * Words that qualify a food: fat free, unsweetened, decaf, skinless, in water. The table says each in its own words,
 * and other foods say the opposite.
 */

/** One value of an axis: of "fat" they are nonfat, low-fat and full-fat. */
export type Qualifier = {
  readonly id: string;
  readonly axis: string;
  /** Whether a food that says nothing of the axis has it: what does not say "salted" may well be unsalted. */
  readonly unsaid: boolean;
};

/** Whether a name has what was asked: 1 yes, 0 it does not say, −1 it says something else. */
export type Having = 1 | 0 | -1;

type Row = Qualifier & {
  readonly says: readonly (readonly Word[])[];
  readonly has: RegExp;
  /** Place in the list, of its memory in an index. */
  readonly place: number;
};

const rows: readonly Row[] = table.qualifiers.map(({ id, axis, says, has, unsaid = false }, place) => ({
  id,
  axis,
  unsaid,
  says: says.map(wordsOf),
  has: new RegExp(has, "i"),
  place,
}));

const byFirst = new Map<string, { readonly row: Row; readonly phrase: readonly Word[] }[]>();
for (const row of rows)
  for (const phrase of row.says) {
    const first = phrase[0]?.text as string;
    byFirst.set(first, [...(byFirst.get(first) ?? []), { row, phrase }]);
  }
// The longest phrase first: "extra lean" before "lean".
for (const list of byFirst.values()) list.sort((a, b) => b.phrase.length - a.phrase.length);

/** A qualifier in typed words: the words from … to − 1. */
export type Asked = { readonly from: number; readonly to: number; readonly qualifier: Qualifier };

/** The qualifiers that typed words say, in order; word for word, as a beginning of one may be something else. */
export function qualifiersIn(words: readonly Pick<Word, "text">[]): Asked[] {
  const asked: Asked[] = [];
  for (let from = 0; from < words.length; ) {
    const found = byFirst
      .get((words[from] as Word).text)
      ?.find(({ phrase }) => phrase.every(({ text }, at) => words[from + at]?.text === text));
    if (found === undefined) {
      from++;
      continue;
    }
    const to = from + found.phrase.length;
    asked.push({ from, to, qualifier: found.row });
    from = to;
  }
  return asked;
}

const UNKNOWN = 2;
const memories = new WeakMap<NameIndex, Int8Array[]>();

/** Whether a row's own words are in a name, remembered by index. */
function says(index: NameIndex, name: number, { place, has }: Row): boolean {
  let memory = memories.get(index);
  if (memory === undefined) {
    memory = [];
    memories.set(index, memory);
  }
  memory[place] ??= new Int8Array(index.names.length).fill(UNKNOWN);
  const row = memory[place] as Int8Array;
  if (row[name] === UNKNOWN) row[name] = Number(has.test(index.names[name] as string));
  return row[name] === 1;
}

/** Whether a name has a qualifier; −1 where it has another one of the same axis. */
export function having(index: NameIndex, name: number, asked: Qualifier): Having {
  let other = false;
  for (const row of rows) {
    if (row.axis !== asked.axis) continue;
    if (row.id === asked.id) {
      if (says(index, name, row)) return 1;
    } else other ||= says(index, name, row);
  }
  return other ? -1 : 0;
}
