import { type Catalogue, createFoodSearch, lineOf, parseMeal } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";
import judged from "./forty-foods.json" with { type: "json" };

/*
 * Forty foods of three ordinary days, as the log palette answers them to a new user: right at once, near and said to
 * be, wrong, or nothing.
 */

type Judgement = {
  readonly q: string;
  readonly is: string;
  readonly not?: string;
  readonly parts?: readonly string[];
  readonly near?: string;
  readonly never?: string;
};

/** "near, unsaid" is a substitute that the palette shows as the food itself; it counts as near in the sums. */
export const VERDICTS = ["right", "near", "near, unsaid", "wrong", "nothing"] as const;
export type Verdict = (typeof VERDICTS)[number];

export type FortyFoodsAnswer = {
  readonly q: string;
  readonly verdict: Verdict;
  /** The foods that Enter would log, the first of a list or all of a line. */
  readonly foods: readonly string[];
  /** The title over the list. */
  readonly says: string;
};

const FORTY_FOODS: readonly Judgement[] = judged.days.flatMap(({ foods }): readonly Judgement[] => foods);

const meets = (name: string, pattern: string | undefined): boolean =>
  pattern !== undefined && new RegExp(pattern, "i").test(name);

/** The judgement of what the palette shows for one line. Never throws. */
const judgeFood = (
  { is, not, parts, near, never }: Omit<Judgement, "q">,
  foods: readonly string[],
  close: boolean,
): Verdict => {
  if (foods.length === 0) return "nothing";
  if (foods.some((name) => meets(name, never))) return "wrong";
  if (foods.length > 1 && parts?.every((part) => foods.some((name) => meets(name, part)))) return "right";
  const fits = foods.some((name) => meets(name, is) && !meets(name, not));
  if (fits && foods.length === 1 && !close) return "right";
  if (fits || foods.some((name) => meets(name, near))) return close || fits ? "near" : "near, unsaid";
  return "wrong";
};

/** What the palette answers to each of the forty foods over a table. */
const askFortyFoods = (catalogue: Catalogue): FortyFoodsAnswer[] => {
  const search = createFoodSearch(catalogue);
  const nameOf = (id: string): string => catalogue.food(id)?.name ?? id;
  return FORTY_FOODS.map((food) => {
    const { q } = food;
    const line = lineOf(q, parseMeal(q, { search, catalogue }), null, () => false);
    let foods: string[];
    let close = line.lost.length > 0;
    let says: string;
    if (line.meal !== null) {
      foods = line.meal.items.map(({ candidates }) => candidates[0]?.name ?? "?");
      says = "a meal";
    } else {
      const strict = search.search(line.searched, { limit: 20, strict: true });
      const hits = strict.length > 0 ? strict : search.search(line.searched, { limit: 20 });
      const first = hits.find(({ id }) => id === line.proposed) ?? hits[0];
      close ||= strict.length === 0 || first?.onlyClose === true;
      foods = first === undefined ? [] : [nameOf(first.id)];
      says = close ? "Closest foods" : "Foods";
    }
    return { q, verdict: judgeFood(food, foods, close), foods, says };
  });
};

/** Prints the table of the forty foods and its sums. */
const printFortyFoods = (title: string, answers: readonly FortyFoodsAnswer[]): void => {
  console.log(`\n${title}`);
  for (const { q, verdict, foods, says } of answers)
    console.log(
      `  ${q.padEnd(24)} ${verdict.padEnd(13)} ${foods.join(" + ") || "—"}${says === "Foods" ? "" : ` (${says})`}`,
    );
  const count = (verdict: Verdict): number => answers.filter((answer) => answer.verdict === verdict).length;
  console.log(`  ${VERDICTS.map((verdict) => `${verdict} ${count(verdict)}`).join(", ")}`);
};

/** The forty foods over the built-in tables and those that are installed. */
export const benchFortyFoods = (): void =>
  printFortyFoods("Forty foods, with the installed tables", askFortyFoods(loadCatalogue()));
