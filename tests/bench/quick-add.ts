import { createFoodSearch, parseMeal } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";
import { judge } from "../unit/catalogue/quick-add/judge";
import { MEALS } from "../unit/catalogue/quick-add/meals";

/** Quick add by text on the judged meals: how many are read rightly, and how long a line takes. */
export const benchQuickAdd = (): void => {
  const catalogue = loadCatalogue();
  const search = createFoodSearch(catalogue);
  search.search("food", { limit: 1 });
  const read = (text: string) => parseMeal(text, { search, catalogue });

  let [items, cut, food, offered, grams] = [0, 0, 0, 0, 0];
  for (const [text, wanted] of MEALS) {
    const judged = judge(read(text), wanted);
    items += judged.items;
    cut += judged.cut ? 1 : 0;
    food += judged.food;
    offered += judged.offered;
    grams += judged.grams;
    for (const line of judged.wrong) console.log(`${JSON.stringify(text)}: ${line}`);
  }
  const share = (part: number, whole: number): string =>
    `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;
  console.log(`\nlines cut rightly            ${share(cut, MEALS.length)}`);
  console.log(`right food proposed          ${share(food, items)}`);
  console.log(`right food among the five    ${share(offered, items)}`);
  console.log(`right weight                 ${share(grams, items)}`);

  const times: number[] = [];
  for (let round = 0; round < 5; round++)
    for (const [text] of MEALS) {
      const start = performance.now();
      read(text);
      times.push(performance.now() - start);
    }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor((times.length - 1) * share)] as number).toFixed(2);
  console.log(`a line of text               median ${at(0.5)} ms, 95th ${at(0.95)} ms, 99th ${at(0.99)} ms`);
  const hostile = Array.from({ length: 400 }, (_, n) => `q${n.toString(36)}z`).join(" with ");
  const start = performance.now();
  read(hostile);
  console.log(`2,000 characters of nonsense ${(performance.now() - start).toFixed(0)} ms`);
};
