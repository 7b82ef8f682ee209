import { createFoodSearch } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";
import { compare } from "./measure";

/** What people type, of every kind: whole words, other English words, mistakes, preparations, two words. */
const QUERIES = [
  "banana",
  "brown rice",
  "courgette",
  "brocoli",
  "chicken breast",
  "sweet potato baked",
  "greek yogurt",
  "pumpkin seeds",
  "porridge",
  "boiled egg",
  "garbanzo",
  "cheddar cheese",
];

/* Food search on the full table, one call a keystroke, beside the bare thing: one walk over all names. */
export const benchSearch = async (): Promise<void> => {
  const catalogue = loadCatalogue();
  const search = createFoodSearch(catalogue);
  const typed = QUERIES.flatMap((query) => Array.from(query, (_, end) => query.slice(0, end + 1)));
  let a = 0;
  let b = 0;
  const next = (n: number) => typed[n % typed.length] as string;
  const names = catalogue.names.map((name) => name.toLowerCase());
  search.search("x", { limit: 1 });
  await compare(
    `Food search, a keystroke (every beginning of ${QUERIES.length} queries)`,
    ["search, 10 results", () => search.search(next(a++), { limit: 10 })],
    [
      "names that contain the text, one walk",
      () => {
        const text = next(b++);
        return names.filter((name) => name.includes(text)).length;
      },
    ],
  );
};
