import "server-only";
import { randomUUID } from "node:crypto";
import { assertMayRead, assertMayWrite, type Viewer } from "../access";
import { AppError, changed, notFound } from "../errors";
import {
  type Composition,
  composition,
  elementalAmount,
  IRON_NOTICE,
  NUTRIENTS,
  retinolOf,
  type SafetyText,
  supplementForm,
} from "../nutrition";
import { type Expected, versionOf } from "../versions";
import * as store from "./store";
import type {
  ContentView,
  SafetyNote,
  SupplementInput,
  SupplementNutrient,
  SupplementView,
} from "./supplement-schemas";

/** A limit against runaway clients, above what a person needs. */
const MAX_SUPPLEMENTS = 200;

const toStoredContent = (input: SupplementInput["contents"][number]): store.SupplementContent => {
  const { nutrient, compound, prescribed } = input;
  const form = input.form ? supplementForm(nutrient, input.form) : undefined;
  const amount = compound !== undefined && form ? elementalAmount(form, compound) : input.amount;
  // The schema lets neither through; without this the amount of such a dose would be made up.
  if (amount === undefined) throw new AppError("invalid", "An amount is missing.");
  return { nutrient, amount, form: form?.id ?? null, compound: compound ?? null, prescribed };
};

const contentView = (content: store.SupplementContent): ContentView => {
  const form = content.form === null ? undefined : supplementForm(content.nutrient, content.form);
  return {
    nutrient: content.nutrient,
    amount: content.amount,
    unit: NUTRIENTS[content.nutrient].unit,
    form: form
      ? {
          id: form.id,
          name: form.name,
          label: form.label,
          formula: form.formula,
          share: form.share,
          note: form.note,
          sources: [...form.sources],
        }
      : null,
    compound:
      form && content.compound !== null ? { amount: content.compound, unit: form.compoundUnit } : null,
    prescribed: content.prescribed,
  };
};

/** A text of the safety tables as it is sent. */
export const toSafetyNote = ({ code, text, sources }: SafetyText): SafetyNote => ({
  code,
  text,
  sources: sources.map((source) => ({ ...source })),
});

const toSupplementView = (supplement: store.Supplement): SupplementView => ({
  id: supplement.id,
  name: supplement.name,
  doseLabel: supplement.doseLabel,
  contents: supplement.contents.map(contentView),
  schedule: supplement.schedule,
  active: supplement.active,
  notices: supplement.contents.some(({ nutrient }) => nutrient === "iron") ? [toSafetyNote(IRON_NOTICE)] : [],
  createdAt: supplement.createdAt.toISOString(),
  updatedAt: supplement.updatedAt.toISOString(),
  version: versionOf(supplement.updatedAt),
});

/**
 * The amounts in some doses of a supplement. What its label does not list is null; totals do not count a supplement
 * among the entries that might hold it. Retinol follows from the vitamin A and its form.
 * @param count number of doses, above 0.
 */
export const doseAmounts = (contents: readonly ContentView[], count: number): Composition =>
  composition(
    Object.fromEntries(
      contents.flatMap(({ nutrient, amount, form }) => [
        [nutrient, amount * count],
        ...(nutrient === "vitaminA" ? [["retinol", retinolOf(amount, form?.id ?? null) * count]] : []),
      ]),
    ),
  );

/** The prescribed part of a dose: no upper limit applies to it. */
export const prescribedIn = (contents: readonly ContentView[]): SupplementNutrient[] =>
  contents.filter(({ prescribed }) => prescribed).map(({ nutrient }) => nutrient);

/** The owner's supplements in the order they were made. */
export const listSupplements = async (viewer: Viewer, ownerId: string): Promise<SupplementView[]> => {
  assertMayRead(viewer, ownerId);
  return (await store.listSupplements(ownerId)).map(toSupplementView);
};

/** One supplement. @throws AppError not_found, also where it belongs to another account. */
export const getSupplement = async (viewer: Viewer, ownerId: string, id: string): Promise<SupplementView> => {
  assertMayRead(viewer, ownerId);
  const found = await store.findSupplement(ownerId, id.toLowerCase());
  if (!found) throw notFound("The supplement");
  return toSupplementView(found);
};

/**
 * Creates or replaces a supplement; sending the same again changes nothing, and what was taken of it stays as it
 * was logged.
 * @param id made by the client; a new one when left out.
 * @throws AppError conflict when there are too many; changed when it rests on another version.
 */
export const putSupplement = async (
  viewer: Viewer,
  ownerId: string,
  input: SupplementInput,
  id: string = randomUUID(),
  expected?: Expected,
): Promise<{ supplement: SupplementView; created: boolean }> => {
  assertMayWrite(viewer, ownerId);
  const put = await store.putSupplement(
    ownerId,
    { ...input, id, contents: input.contents.map(toStoredContent) },
    new Date(),
    expected,
    async () => {
      if (
        (await store.countSupplements(ownerId)) >= MAX_SUPPLEMENTS &&
        !(await store.findSupplement(ownerId, id))
      )
        throw new AppError("conflict", `An account has at most ${MAX_SUPPLEMENTS} supplements.`);
    },
  );
  if ("misfit" in put) throw changed(put.misfit && toSupplementView(put.misfit));
  return { supplement: toSupplementView(put.row), created: put.created };
};

/**
 * Deletes a supplement; logged doses stay. Deleting it again changes nothing.
 * @throws AppError changed when it rests on another version.
 */
export const deleteSupplement = async (
  viewer: Viewer,
  ownerId: string,
  id: string,
  expected?: Expected,
): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  const misfit = await store.deleteSupplement(ownerId, id.toLowerCase(), expected);
  if (misfit) throw changed(toSupplementView(misfit));
};
