import { shortName } from "../catalogue";
import { isTheirs } from "./client";

/** A food's name for a list: short for foods of the reference table, as it was typed for one's own and for recipes. */
export const listName = (food: string, name: string): string => (isTheirs(food) ? name : shortName(name));
