import fc from "fast-check";

/*
 * What somebody sends who means no good, or whose program is broken: values made from a JSON schema, almost right ones,
 * and wild ones.
 */

export type Schema = {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly format?: string;
};

/** JSON in which `__proto__` is a key like any other. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export const HOSTILE_TEXTS: readonly string[] = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\u202e\u200b\u200d",
  "🧑🏽‍🍳".repeat(40),
  "İ".repeat(300),
  "x".repeat(5000),
  "../../../../etc/passwd",
  "..\\..\\windows\\win.ini",
  "%2e%2e%2f",
  '\'; DROP TABLE "User"; --',
  "1 OR 1=1",
  '" UNION SELECT * FROM "Token" --',
  "%_%",
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "{{7*7}}",
  "#{7*7}",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "prototype",
  "null",
  "NaN",
  "-1",
  "0",
  "1e309",
  "9007199254740993",
  "0x10",
  "text:0000000000000000",
  "recipe:00000000-0000-0000-0000-000000000000",
  "own:------------------------------------",
  "ndb:99999",
  "0000-00-00",
  "2026-02-30",
  "9999-12-31",
  "24:00",
  "javascript:alert(1)",
  "http://169.254.169.254/",
  "a\r\nset-cookie: x=1",
];

const HOSTILE_NUMBERS: readonly number[] = [
  0,
  -0,
  -1,
  0.1,
  1e-300,
  1e300,
  Number.MAX_VALUE,
  Number.MAX_SAFE_INTEGER + 2,
  2 ** 31,
  -(2 ** 63),
  5e-324,
];

const nested = (depth: number): Json => {
  let value: Json = 1;
  for (let i = 0; i < depth; i += 1) value = i % 2 === 0 ? [value] : { a: value };
  return value;
};

/** An object made by JSON.parse, in which `__proto__` is a property. */
const polluted: Json = JSON.parse(
  '{"__proto__":{"mayWrite":true,"isAdmin":true},"constructor":{"prototype":{"polluted":true}}}',
);

const POLLUTING = ["__proto__", "constructor", "prototype", "toString", "ownerId", "userId", "id", "version"];

export const wild: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(...HOSTILE_TEXTS, ...HOSTILE_NUMBERS, null, true, false, polluted, nested(200)),
  fc.constantFrom<Json>(
    [],
    {},
    [[]],
    [null],
    Array.from({ length: 600 }, (_, i) => i),
  ),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
);

const texts = (pool: readonly string[], { maxLength = 40, format }: Schema): fc.Arbitrary<Json> => {
  if (format === "date") return fc.constantFrom("2026-11-29", "2026-11-30", "1900-01-01", "2200-12-31");
  if (format === "uuid" || format === "guid")
    return fc.oneof(fc.uuid(), fc.constantFrom(...pool.filter((id) => /^[0-9a-f-]{36}$/.test(id))));
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...pool) },
    { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: Math.min(40, maxLength) }) },
    {
      weight: 1,
      arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: Math.min(40, maxLength) }),
    },
  );
};

const numbers = (schema: Schema, whole: boolean): fc.Arbitrary<Json> => {
  const min = schema.minimum ?? schema.exclusiveMinimum ?? -1000;
  const max = Math.max(min, schema.maximum ?? 10_000);
  if (whole)
    return fc.integer({
      min: Math.ceil(Math.max(min, -(2 ** 31))),
      max: Math.floor(Math.min(max, 2 ** 31 - 1)),
    });
  return fc.double({ min, max, noNaN: true });
};

/** Values of a schema. @param pool texts that name something, to be used where the schema asks for a text */
export const valid = (schema: Schema, pool: readonly string[]): fc.Arbitrary<Json> => {
  const rest = (each: Schema) => valid(each, pool);
  if (schema.const !== undefined) return fc.constant(schema.const as Json);
  if (schema.enum) return fc.constantFrom(...(schema.enum as Json[]));
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return fc.oneof(...branches.map(rest));
  if (schema.allOf)
    return fc.tuple(...schema.allOf.map(rest)).map((parts) => Object.assign({}, ...parts) as Json);
  const type = typeof schema.type === "string" ? schema.type : schema.type?.[0];
  if (type === "null") return fc.constant(null);
  if (type === "boolean") return fc.boolean();
  if (type === "string") return texts(pool, schema);
  if (type === "number" || type === "integer") return numbers(schema, type === "integer");
  if (type === "array") {
    const { minItems: minLength = 0, maxItems = 4, items = {} } = schema;
    return fc.array(rest(items), { minLength, maxLength: Math.max(minLength, Math.min(maxItems, 4)) });
  }
  if (type !== "object" && !schema.properties) return wild;
  const { properties = {}, required = [] } = schema;
  const parts = Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, rest(each)]));
  const requiredKeys = required.filter((name) => name in parts);
  return fc.record(parts, { requiredKeys }) as fc.Arbitrary<Json>;
};

/** A value with something else in one place of it, chosen by some numbers. */
const spoil = (value: Json, [turn = 0, ...turns]: readonly number[], by: Json): Json => {
  if (Array.isArray(value)) {
    if (value.length === 0 || turn % 4 === 0) return [...value, by];
    const at = turn % value.length;
    return value.map((each: Json, i) => (i === at ? spoil(each, turns, by) : each));
  }
  if (typeof value !== "object" || value === null) return by;
  const entries = Object.entries(value as { [key: string]: Json });
  const key = POLLUTING[turn % POLLUTING.length] ?? "";
  if (entries.length === 0 || turn % 5 === 0) return fromEntries([...entries, [key, by]]);
  const at = turn % entries.length;
  if (turn % 7 === 0) return fromEntries(entries.filter((_, i) => i !== at));
  return fromEntries(entries.map(([name, each], i) => [name, i === at ? spoil(each, turns, by) : each]));
};

/** As JSON.parse makes it: `__proto__` is a property. */
const fromEntries = (entries: readonly (readonly [string, Json])[]): Json => {
  const made = {};
  for (const [key, value] of entries)
    Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true });
  return made;
};

/** Values that are almost right. */
export const nearly = (right: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc
    .tuple(right, fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 }), wild)
    .map(([value, turns, by]) => spoil(value, turns, by));

/** Right, almost right and wild values. */
export const mixed = (right: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.oneof(
    { weight: 4, arbitrary: right },
    { weight: 5, arbitrary: nearly(right) },
    { weight: 1, arbitrary: wild },
  );
