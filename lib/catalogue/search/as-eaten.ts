import exceptions from "@/data/reference/food-as-eaten.json";
import { ALSO_FORM, AROUND_HEAD } from "../food-family";
import type { NameWord, Place } from "./name-places";
import { saysOnlyForm } from "./plainness";

/*
 * Whether a food is eaten as its name describes it. "Lentils" means what is on the plate, not what is in the packet: a
 * food before cooking stands behind its cooked relatives, unless it is eaten in that state as well.
 */

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** States before cooking, mixing or diluting ("as purchased"). */
const BEFORE = set("raw uncooked unprepared undiluted unheated condensed dehydrated purchased dry");
/** States in which a food is eaten ("dry heat", "ready-to-serve"). */
const READY = set(
  `cooked boiled baked roasted braised broiled grilled fried stewed simmered steamed microwaved poached scrambled prepared
  diluted heat serve`,
);
/** Preserved foods, which go into a recipe as they are. */
const PRESERVED = set("canned tinned jarred can tin jar drained leftover frozen smoked cured instant");
/** "Dry heat" and "dry-roasted" are no states before cooking, "prepared from" says what something is made of. */
const AFTER_DRY = set("heat roasted");
/** Words of foods that a grain or pulse is made into before it is cooked: not the same food. */
const ANOTHER = set("flour flours meal bran germ starch sprouted canned mix chow crunchy");

/** Whether a word says that a food is not cooked yet. */
export const isBefore = (word: string): boolean => BEFORE.has(word) || word === "dried";

/** Whether a word asks for a food that was cooked or preserved: "cooked", "canned". */
export const isAfter = (word: string): boolean => READY.has(word) || PRESERVED.has(word);

const groups: ReadonlySet<string> = new Set(exceptions.groups.map(({ group }) => group));
/** By group and first word of the head, whether the food is one that is cooked. */
const foods: ReadonlyMap<string, boolean> = new Map(
  exceptions.foods.map(({ group, food, cooked }) => [`${group}/${food}`, cooked]),
);

/** A name's place among its relatives. */
export type Kin = {
  /** Relatives are looked for within the group. */
  readonly group: string;
  /** Whether the head of the name alone makes the family, as in meat and fish: all cuts of an animal are one. */
  readonly byHead: boolean;
  /** Whether a pulse or grain: sold dry, and its kinds are relatives: lentils of any colour. */
  readonly soldDry: boolean;
  /** Whether a grain, before cooking where its name says nothing: "Buckwheat". */
  readonly grain: boolean;
  /** Whether it is a plain food as eaten, by the list of plain foods. */
  readonly plain: boolean;
};

/** Whether a word by itself describes what the food is, not its form. */
const describes = ({ stem }: NameWord): boolean =>
  !saysOnlyForm(stem) && !AROUND_HEAD.has(stem) && !ALSO_FORM.has(stem);

/** A food that is perhaps not ready to eat, with what its relatives are found by. */
type Candidate = {
  readonly name: number;
  readonly family: string;
  readonly kind: string;
  /** Whether its name says nothing of its state. */
  readonly unsaid: boolean;
};

/** Collects, name by name, what tells relatives apart; then tells which foods are only eaten after cooking. */
export class Relatives {
  private readonly ready = new Set<string>();
  private readonly eatenSo = new Set<string>();
  private readonly candidates: Candidate[] = [];
  private readonly describing = new Map<number, boolean>();
  // Of the name being read.
  private heads = 0;
  private first = "";
  private key = 0;
  private before = false;
  private isReady = false;
  private another = false;

  begin(): void {
    this.heads = 0;
    this.first = "";
    this.key = 0;
    this.before = false;
    this.isReady = false;
    this.another = false;
  }

  /** @param repeated whether the name has had this word before. @param next the word after it in its segment. */
  read({ word, rank, note, aside, next }: Place, byHead: boolean, repeated: boolean): void {
    const { text, stemId } = word;
    if (BEFORE.has(text)) {
      if (text !== "dry" || next === null || !AFTER_DRY.has(next.text)) this.before = true;
    } else if (READY.has(text)) {
      if (text !== "prepared" || next?.text !== "from") this.isReady = true;
    } else if (ANOTHER.has(text)) this.another = true;
    if (note || rank < 0) return;
    if (rank === 0) {
      this.heads++;
      if (this.first === "") this.first = text;
    }
    if (repeated || (rank > 0 && (byHead || aside))) return;
    let says = this.describing.get(stemId);
    if (says === undefined) {
      says = describes(word);
      this.describing.set(stemId, says);
    }
    // Families are sets of words; a sum does not depend on their order.
    if (says || (rank === 0 && !AROUND_HEAD.has(word.stem)))
      this.key += Math.imul(stemId + 1, 0x9e3779b1) >>> 0;
  }

  end(name: number, { group, soldDry, grain, plain }: Kin): void {
    const kind = `${group}/${this.first}`;
    if (!(foods.get(kind) ?? !groups.has(group))) return;
    const family = `${group}:${this.key}`;
    if (this.before) {
      if (plain && !foods.has(kind)) this.eatenSo.add(family);
      else
        this.candidates.push({ name, family, kind: soldDry && !this.another ? kind : family, unsaid: false });
    } else if (this.isReady) {
      this.ready.add(family);
      if (soldDry) this.ready.add(kind);
    } else if (grain && this.heads === 1 && !this.another)
      this.candidates.push({ name, family, kind, unsaid: true });
  }

  /**
   * Foods that are not yet ready to eat, have a relative that is, and none that is eaten in the same state: raw
   * lentils, but not raw carrots, which the list of plain foods has. Of pulses and grains, foods with the same first word
   * are relatives as well (red lentils), and a grain that names no state ("Buckwheat", "Barley, hulled") is one before
   * cooking, with double weight, since its name is the shorter one. Exceptions are in data/reference/food-as-eaten.json.
   */
  *beforeCooking(): Generator<{ readonly name: number; readonly weight: 1 | 2 }> {
    for (const { name, family, kind, unsaid } of this.candidates)
      if ((this.ready.has(family) || this.ready.has(kind)) && !this.eatenSo.has(family))
        yield { name, weight: unsaid ? 2 : 1 };
  }
}
