import { describe, expect, it } from "vitest";
import { createFoodSearch } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";

const engine = createFoodSearch(loadCatalogue());
const OWN = [
  "红烧牛肉面",
  "鍋焼きうどん",
  "カレーライス",
  "된장찌개",
  "ข้าวผัดกุ้ง",
  "حُمُّص بالطحينة",
  "חומוס ביתי",
  "दाल मखनी",
  "Φακές σούπα",
  "Борщ украинский",
  "Żurek z kiełbasą",
  "Smørrebrød med laks",
  "Þorskur í ofni",
  "Çiğ köfte ıspanaklı",
  "Ħobż biż-żejt",
  "Bánh đa cua",
  "Qutab göyərti",
  "ｶﾚｰパン",
].map((name, at) => ({ id: `own:${at}`, name }));

/** The own foods found, with the matched parts of their names between brackets. */
const found = (query: string): string[] =>
  engine.search(query, { limit: 5, own: OWN, strict: true }).flatMap(({ id, matches }) => {
    const own = OWN.find((food) => food.id === id);
    if (!own) return [];
    let [marked, at] = ["", 0];
    for (const [from, to] of matches) {
      marked += `${own.name.slice(at, from)}[${own.name.slice(from, to)}]`;
      at = to;
    }
    return [marked + own.name.slice(at)];
  });

describe("fault 15: search in any script", () => {
  it.each([
    ["zurek z kielbasa", "[Żurek] [z] [kiełbasą]"],
    ["smorrebrod", "[Smørrebrød] med laks"],
    ["thorskur", "[Þorskur] í ofni"],
    ["ISPANAKLI", "Çiğ köfte [ıspanaklı]"],
    ["çığ köfte", "[Çiğ] [köfte] ıspanaklı"],
    ["hobz", "[Ħobż] biż-żejt"],
    ["banh da", "[Bánh] [đa] cua"],
    ["qutab goyerti", "[Qutab] [göyərti]"],
    ["ＳＭＯＲＲＥＢＲＯＤ", "[Smørrebrød] med laks"],
    ["smorre\u00adbrod\u200f", "[Smørrebrød] med laks"],
  ])("letters that do not decompose: %s", (query, name) => {
    expect(found(query)[0]).toBe(name);
  });

  it.each([
    ["牛肉", "红烧[牛肉]面"],
    ["牛肉面", "红烧[牛肉面]"],
    ["红烧", "[红烧]牛肉面"],
    ["面 牛肉", "红烧[牛肉][面]"],
    ["うどん", "鍋焼き[うどん]"],
    ["ライス", "カレー[ライス]"],
    ["カレーパン", "[ｶﾚｰパン]"],
    ["찌개", "된장[찌개]"],
    ["กุ้ง", "ข้าวผัด[กุ้ง]"],
    ["ผัด", "ข้าว[ผัด]กุ้ง"],
  ])("parts of words without spaces: %s", (query, name) => {
    expect(found(query)).toContain(name);
  });

  it("words that are typed with others between them, where no name has them as one", () => {
    expect(found("红烧面")[0]).toBe("[红烧]牛肉[面]");
  });

  it.each([
    ["حمص", "[حُمُّص] بالطحينة"],
    ["חומ", "[חומ]וס ביתי"],
    ["दाल", "[दाल] मखनी"],
    ["मख", "दाल [मख]नी"],
    ["φακες", "[Φακές] σούπα"],
    ["ΦΑΚΕΣ ΣΟΥ", "[Φακές] [σού]πα"],
    ["борщ укр", "[Борщ] [укр]аинский"],
  ])("beginnings of words in other alphabets: %s", (query, name) => {
    expect(found(query)[0]).toBe(name);
  });

  it.each([
    ["ＭＩＬＫ", /^Milk/],
    ["kiełbasa", /kielbasa/i],
    ["kıwı", /^Kiwifruit/],
    ["SPİNACH", /^Spinach/],
    ["ﬂaxseed", /flaxseed/],
  ])("the table's names for %s", (query, name) => {
    const [first] = engine.search(query, { limit: 1, strict: true });
    expect(loadCatalogue().food(first?.id ?? "")?.name).toMatch(name);
  });
});
