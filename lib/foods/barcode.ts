import "server-only";
import { assertMayRead, type Viewer } from "../access";
import { env } from "../env";
import { AppError } from "../errors";
import { ownFood } from "./food";
import { toFoodView } from "./food-view";
import { configuredOpenFoodFacts } from "./open-food-facts";
import type { ProductProposal } from "./product";
import type { BarcodeView, ProductView, SimilarFood, SimilarQuery } from "./schemas";
import { similarFoods } from "./similar-foods";
import * as store from "./store";

/** What a product's label says of 100 g; null where it says nothing, only a bound, or of an unknown weight. */
const per100g = ({ label }: ProductProposal, id: "energy" | "protein"): number | null => {
  const amount = label.amounts[id];
  const { grams } = label.basis;
  return amount === undefined || amount.lessThan || grams === null ? null : (amount.value * 100) / grams;
};

const withSimilar = (proposal: ProductProposal): ProductView => {
  const { categories, ...product } = proposal;
  const similar = similarFoods({
    words: [...categories.toReversed(), product.name],
    energy: per100g(proposal, "energy"),
    protein: per100g(proposal, "protein"),
  });
  return { ...product, similar };
};

/**
 * The food behind a barcode: the owner's own food, else the product as Open Food Facts has it, not saved.
 * Foods of other accounts are not searched.
 * @param code as `barcodeField` gives it
 * @throws AppError not_found; rate_limited and unavailable when Open Food Facts has to be asked.
 */
export const lookUpBarcode = async (viewer: Viewer, ownerId: string, code: string): Promise<BarcodeView> => {
  assertMayRead(viewer, ownerId);
  const own = await store.findOwnFoodByBarcode(ownerId, code);
  if (own) return { kind: "own", food: toFoodView(ownFood(own)) };
  const products = configuredOpenFoodFacts();
  const found = await products?.find(code, viewer.userId);
  if (found) return { kind: "product", product: withSimilar(found) };
  const beyond = products ? ", and Open Food Facts does not know it" : "";
  throw new AppError("not_found", `No food of yours has this barcode${beyond}.`);
};

/** The server that is asked about products by barcode, as the host set it; null where nobody is asked. */
export const productServer = (viewer: Viewer): string | null => {
  assertMayRead(viewer, viewer.userId);
  return env().openFoodFactsUrl;
};

/** Foods of the table that are like a food of which only the name, energy and protein are known. */
export const findSimilarFoods = (viewer: Viewer, ownerId: string, asked: SimilarQuery): SimilarFood[] => {
  assertMayRead(viewer, ownerId);
  return similarFoods({ words: [asked.name], energy: asked.energy, protein: asked.protein ?? null });
};
