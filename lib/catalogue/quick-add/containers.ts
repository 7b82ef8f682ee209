import table from "@/data/reference/containers.json";
import type { FoodGroup } from "../groups";
import { type ClassRow, classFinder } from "./food-classes";

/** What a can, a glass, a bag of a food holds. */
export type Container = {
  /** A measure of the food's own from low to high grams is believed. */
  readonly low: number;
  readonly high: number;
  /** Weight, g, where the container is known by weight. */
  readonly grams?: number;
  /** Volume, ml, where it is known by volume. */
  readonly millilitres?: number;
  /** The same for a person who measures in US units. */
  readonly millilitresUs?: number;
  /** Other first words of the food's measures that mean the same. */
  readonly measures?: readonly string[];
};

type Row = Container & ClassRow & { readonly units: readonly string[] };

const rows = table.containers as readonly Row[];
const finders = new Map(
  [...new Set(rows.flatMap(({ units }) => units))].map((unit) => [
    unit,
    classFinder(rows.filter(({ units }) => units.includes(unit))),
  ]),
);

/** The container that a unit ("can", "glass" …) is for a food, by data/reference/containers.json; null for none. */
export const containerOf = (unit: string, name: string, group: FoodGroup | null): Container | null =>
  finders.get(unit)?.(name, group) ?? null;
