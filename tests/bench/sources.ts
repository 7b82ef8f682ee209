import { sourceFoods } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";
import { bestSources, MINERALS, prepareSources, type SourceOrder } from "@/lib/nutrition";
import { OPEN_GATES } from "../support/nutrition";
import { compare } from "./measure";

/* The best sources of a mineral, beside one bare walk over that mineral's column of the whole table. */
export const benchSources = async (): Promise<void> => {
  const table = loadCatalogue();
  const foods = sourceFoods(table);
  const prepared = prepareSources(foods);
  const list = (by: SourceOrder, diet: "everything" | "vegan") => () =>
    bestSources(prepared, {
      mineral: "zinc",
      by,
      diet,
      exclusions: ["nuts"],
      excludedFoods: new Set(),
      gates: OPEN_GATES,
      limits: new Map([["zinc", 40]]),
    });
  const column = table.column("zinc");
  const walk = () => {
    let sum = 0;
    for (const value of column) if (!Number.isNaN(value)) sum += value;
    return sum;
  };
  const bare = [`one walk over ${column.length} amounts`, walk] as const;
  await compare(
    `Sources of zinc, out of ${foods.length}`,
    ["by portion", list("portion", "everything")],
    bare,
  );
  await compare("The same for a vegan, by energy", ["by energy", list("energy", "vegan")], bare);
  const walkAll = () => {
    let sum = 0;
    for (const mineral of MINERALS) for (const value of table.column(mineral)) sum += value;
    return sum;
  };
  await compare(
    "Once a process: which foods are usual, in which form and portion",
    ["sourceFoods and prepareSources", () => prepareSources(sourceFoods(table))],
    ["one walk over six columns", walkAll],
  );
};
