import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";

/*
 * A server that answers as Open Food Facts does, with products made up for tests: the real one is never asked.
 */

/** In-store numbers, which no real product has; each checks. */
export const CODES = {
  granola: "2000000000107",
  pizza: "2000000000114",
  water: "2000000000121",
  powder: "2000000000138",
  serving: "2000000000145",
  missing: "2000000000152",
  broken: "2000000000169",
  slow: "2000000000176",
  huge: "2000000000183",
  html: "2000000000190",
  elsewhere: "2000000000206",
  nearby: "2000000000213",
  other: "2000000000220",
} as const;

/** Per 100 g, in grams, as the flat `nutriments` have it. */
const flat = (
  amounts: Readonly<Record<string, number | string>>,
  more: Readonly<Record<string, unknown>> = {},
) => ({
  ...Object.fromEntries(Object.entries(amounts).map(([key, value]) => [`${key}_100g`, value])),
  ...more,
});

export const PRODUCTS: Readonly<Record<string, object>> = {
  [CODES.granola]: {
    code: CODES.granola,
    status: 1,
    product: {
      code: CODES.granola,
      product_name: "Crunchy granola",
      brands: "Test Mill,Other",
      quantity: "500 g",
      serving_size: "40 g",
      serving_quantity: 40,
      serving_quantity_unit: "g",
      nutrition_data_per: "100g",
      categories_tags: ["en:breakfast-cereals", "en:granolas", "fr:crousty"],
      nutriments: flat(
        {
          "energy-kcal": 471,
          proteins: 10.9,
          fiber: 6.1,
          salt: 0.1,
          sodium: 0.04,
          magnesium: 0.112,
          zinc: "0.0024",
          iron: 2.9e-3,
          selenium: 1.2e-5,
          "vitamin-d": 2.5e-6,
        },
        // What was typed, and the prepared product: neither is read.
        {
          magnesium_value: 112,
          magnesium_unit: "mg",
          calcium_prepared_100g: 0.12,
          potassium_100g: "",
          calcium: 9,
        },
      ),
    },
  },
  [CODES.pizza]: {
    code: CODES.pizza,
    status: 1,
    product: {
      code: CODES.pizza,
      product_name: 'Pizza Margherita, 12"',
      quantity: "330 g",
      serving_size: "1 pizza (330 g)",
      serving_quantity: "330",
      nutriments: flat({ "energy-kcal": 251, proteins: 10.4, calcium: 0.18, potassium: 0, magnesium: 323 }),
    },
  },
  [CODES.water]: {
    code: CODES.water,
    status: 1,
    product: {
      code: CODES.water,
      product_name: "Mineral water",
      quantity: "1,5 l",
      serving_size: "1 L",
      serving_quantity: 1000,
      serving_quantity_unit: "ml",
      nutrition_data_per: "serving",
      nutriments: {
        magnesium: 0.011,
        magnesium_100g: 0.0011,
        magnesium_serving: 0.011,
        magnesium_value: 11,
        magnesium_unit: "mg",
        iron_100g: 2e-6,
        iron_modifier: "<",
        zinc_value: "",
        zinc_unit: "mg",
      },
    },
  },
  [CODES.powder]: {
    code: CODES.powder,
    status: "success",
    result: { id: "product_found" },
    errors: [],
    warnings: [],
    product: {
      code: CODES.powder,
      schema_version: 1003,
      product_name: "Cocoa powder",
      quantity: "300 g",
      serving_size: "20 g (2 tsp)",
      serving_quantity: 20,
      serving_quantity_unit: "g",
      nutrition: {
        aggregated_set: {
          preparation: "prepared",
          per: "100ml",
          nutrients: { calcium: { value: 0.118, unit: "g" } },
        },
        input_sets: [
          {
            preparation: "prepared",
            per: "100ml",
            source: "packaging",
            nutrients: { calcium: { value: 118, unit: "mg" }, zinc: { value: 3, unit: "mg" } },
          },
          {
            preparation: "as_sold",
            per: "100g",
            source: "packaging",
            nutrients: {
              calcium: { value: 0.58, unit: "g" },
              magnesium: { value: "152", unit: "mg" },
              iron: { value: 44.4, unit: "% DV" },
              selenium: { value: 22, unit: "μg" },
              "vitamin-d": { value: 200, unit: "IU" },
              salt: { value: 0.5, unit: "g" },
              "energy-kj": { value: 1673.6, unit: "kJ" },
              copper: { value: 3, unit: "spoons" },
            },
          },
          {
            preparation: "as_sold",
            per: "100g",
            source: "estimate",
            nutrients: { potassium: { value: 900, unit: "mg", modifier: "~" } },
          },
        ],
      },
    },
  },
  [CODES.serving]: {
    code: CODES.serving,
    status: 1,
    product: {
      code: CODES.serving,
      product_name: "Bar",
      serving_size: "1 bar",
      nutrition_data_per: "serving",
      nutriments: { iron: 0.002, iron_serving: 0.002, iron_value: 2, iron_unit: "mg" },
    },
  },
  [CODES.other]: {
    code: CODES.granola,
    status: 1,
    product: { code: CODES.granola, product_name: "Another" },
  },
};

export type FakeOpenFoodFacts = {
  readonly url: string;
  /** The barcodes that were asked for, in order. */
  readonly asked: string[];
  /** What the last question said of the asker. */
  readonly headers: Record<string, unknown>;
  close(): Promise<void>;
};

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
};

/** Starts the server on a free port of this machine. */
export async function fakeOpenFoodFacts(): Promise<FakeOpenFoodFacts> {
  const asked: string[] = [];
  const headers: Record<string, unknown> = {};
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const code = /^\/(?:moved\/)?api\/v3\.5\/product\/(\d+)$/.exec(path)?.[1];
    if (code === undefined) return json(response, 500, { error: "no such path" });
    asked.push(code);
    Object.assign(headers, request.headers);
    if (code === CODES.broken) return json(response, 500, { error: "down" });
    if (code === CODES.slow) return;
    if (code === CODES.html)
      return response.writeHead(200, { "content-type": "text/html" }).end("<html>busy</html>");
    if (code === CODES.huge)
      return response
        .writeHead(200, { "content-type": "application/json" })
        .end(`{"padding":"${"x".repeat(3_000_000)}"}`);
    if (code === CODES.elsewhere)
      return response.writeHead(302, { location: "http://127.0.0.2:1/api/v3.5/product/1" }).end();
    if (code === CODES.nearby && !path.startsWith("/moved"))
      return response.writeHead(301, { location: `/moved/api/v3.5/product/${code}` }).end();
    if (code === CODES.nearby)
      return json(response, 200, { code, status: 1, product: { code, product_name: "Nearby" } });
    const product = PRODUCTS[code];
    if (!product)
      return json(response, 404, { code, status: "failure", result: { id: "product_not_found" } });
    return json(response, 200, product);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    headers,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
