import "server-only";
import { env } from "../env";
import { AppError, isAppError } from "../errors";
import { countUse } from "../limits";
import { type ProductProposal, readProduct } from "./product";

/*
 * Asks an Open Food Facts server for one product. It is asked only where the host switched it on, says nothing of
 * the person, and never writes: what it answers is a proposal.
 */

const TIMEOUT_MS = 5000;
const MAX_BYTES = 1024 * 1024;
const MAX_REDIRECTS = 2;
const USER_AGENT = "Assay/0.1 (self-hosted diet diary)";
const HOUR = 60 * 60 * 1000;
const KEEP_FOUND_MS = 24 * HOUR;
const KEEP_MISSING_MS = HOUR;
const MAX_KEPT = 500;

const FIELDS = [
  "code",
  "product_name",
  "product_name_en",
  "generic_name",
  "brands",
  "quantity",
  "product_quantity_unit",
  "serving_size",
  "serving_quantity",
  "serving_quantity_unit",
  "nutrition_data_per",
  "no_nutrition_data",
  "categories_tags",
  "nutriments",
  "nutrition",
].join(",");

type Kept = { readonly until: number; readonly product: ProductProposal | null };

export type OpenFoodFacts = {
  /**
   * The product with this barcode, or null when Open Food Facts has none.
   * @param asker who is limited: the person's account
   * @throws AppError rate_limited; unavailable when the server gives no usable answer.
   */
  find(code: string, asker: string): Promise<ProductProposal | null>;
};

const unavailable = (cause: unknown): AppError =>
  new AppError(
    "unavailable",
    "Open Food Facts did not give a usable answer. Try again later, or type the label in.",
    { cause },
  );

/** The body, as long as it is no larger than a product can be. */
const readText = async (response: Response): Promise<string> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > MAX_BYTES) {
      await reader.cancel();
      throw new Error("The answer is larger than 1 MiB");
    }
    chunks.push(value);
  }
  return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
};

/** Fetches JSON. Follows a redirect only to the same origin, so that no answer leads into the host's own network. */
const getJson = async (from: URL, signal: AbortSignal): Promise<unknown> => {
  let url = from;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    const response = await fetch(url, {
      headers: { accept: "application/json", "user-agent": USER_AGENT },
      redirect: "manual",
      signal,
    });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      const next = new URL(response.headers.get("location") ?? "", url);
      if (next.origin !== from.origin) throw new Error(`It redirects to ${next.origin}`);
      url = next;
      continue;
    }
    // Newer versions answer 404 for an unknown product; the body confirms it.
    if (!response.ok && response.status !== 404) {
      await response.body?.cancel();
      throw new Error(`It answers ${response.status}`);
    }
    return JSON.parse(await readText(response));
  }
  throw new Error("It redirects in a circle");
};

/**
 * A client for one server. Answers are kept in memory, misses for a shorter time; the same question asked twice at
 * once is sent once.
 * @param base where the server is, with or without a slash at its end
 */
export const openFoodFacts = (
  base: string,
  { timeoutMs = TIMEOUT_MS, now = Date.now } = {},
): OpenFoodFacts => {
  const kept = new Map<string, Kept>();
  const asked = new Map<string, Promise<ProductProposal | null>>();

  const ask = async (code: string): Promise<ProductProposal | null> => {
    const url = new URL(`${base.replace(/\/$/, "")}/api/v3.5/product/${code}?fields=${FIELDS}`);
    try {
      const answer = await getJson(url, AbortSignal.timeout(timeoutMs));
      const product = readProduct(answer, code, new Date(now()));
      kept.delete(code);
      kept.set(code, { until: now() + (product ? KEEP_FOUND_MS : KEEP_MISSING_MS), product });
      // A map keeps its order, and what was used was put back at the end: the first was used longest ago.
      if (kept.size > MAX_KEPT) kept.delete(kept.keys().next().value as string);
      return product;
    } catch (cause) {
      console.warn(`Open Food Facts, ${code}:`, cause instanceof Error ? cause.message : cause);
      throw unavailable(cause);
    }
  };

  const count = async (...use: Parameters<typeof countUse>): Promise<void> => {
    try {
      await countUse(...use);
    } catch (cause) {
      if (!isAppError(cause) || cause.retryAfterSeconds === undefined || cause.code !== "rate_limited")
        throw cause;
      const { retryAfterSeconds } = cause;
      throw new AppError(
        "rate_limited",
        `Too many products were looked up. Try again in ${retryAfterSeconds} seconds.`,
        { retryAfterSeconds, cause },
      );
    }
  };

  /** What is known of a code, or is being asked; undefined for neither. */
  const recall = (code: string): Promise<ProductProposal | null> | undefined => {
    const known = kept.get(code);
    // What is kept for longer than anything was kept by a clock that was ahead.
    if (!known || known.until <= now() || known.until > now() + KEEP_FOUND_MS) return asked.get(code);
    kept.delete(code);
    kept.set(code, known);
    return Promise.resolve(known.product);
  };

  return {
    async find(code, asker) {
      const before = recall(code);
      if (before) return before;
      await count("product", asker);
      await count("products", base);
      // Somebody else may have asked meanwhile.
      const meanwhile = recall(code);
      if (meanwhile) return meanwhile;
      const asking = ask(code).finally(() => asked.delete(code));
      asked.set(code, asking);
      return asking;
    },
  };
};

/** Kept across reloads of the development server. */
const store = globalThis as typeof globalThis & { assayOpenFoodFacts?: OpenFoodFacts };

/** The server the host switched on; null where it is off. */
export const configuredOpenFoodFacts = (): OpenFoodFacts | null => {
  const base = env().openFoodFactsUrl;
  if (base === null) return null;
  store.assayOpenFoodFacts ??= openFoodFacts(base);
  return store.assayOpenFoodFacts;
};
