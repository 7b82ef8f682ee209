/** As much of JSON Schema as zod writes. */
export type JsonSchema = {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: { readonly [name: string]: JsonSchema };
  readonly additionalProperties?: boolean | JsonSchema;
  readonly required?: readonly string[];
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly default?: unknown;
};

const words = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

const boundsOf = (schema: JsonSchema): string[] => {
  const { minimum, maximum, exclusiveMinimum, minLength, maxLength, maxItems } = schema;
  // The ends of what JavaScript can count exactly say nothing about the field.
  const low = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? [`at least ${minimum}`] : [];
  const high = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? [`at most ${maximum}`] : [];
  return [
    ...low,
    ...(exclusiveMinimum === undefined ? [] : [`above ${exclusiveMinimum}`]),
    ...high,
    ...(minLength === undefined || minLength === 0 ? [] : [`${minLength} or more characters`]),
    ...(maxLength === undefined ? [] : [`at most ${maxLength} characters`]),
    ...(maxItems === undefined ? [] : [`at most ${maxItems}`]),
  ];
};

/** What a value may be, in a few words: "number, at least 0, or null", "one of breakfast, lunch, dinner, snack". */
export const typeWords = (schema: JsonSchema): string => {
  if (schema.const !== undefined) return `“${words(schema.const)}”`;
  if (schema.enum) return `one of ${schema.enum.map(words).join(", ")}`;
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return [...new Set(branches.map(typeWords))].join(", or ");
  const types = schema.type === undefined ? [] : [schema.type].flat();
  const named = types.filter((type) => type !== "null");
  if (types.length > 0 && named.length === 0) return "null";
  const name =
    named[0] === "array"
      ? `list of ${schema.items ? typeWords(schema.items) : "anything"}`
      : named[0] === "integer"
        ? "whole number"
        : named[0] === "string" && schema.format !== undefined
          ? `text (${schema.format})`
          : named[0] === "string"
            ? "text"
            : named.join(" or ") || "anything";
  const text = [name, ...boundsOf(schema)].join(", ");
  return types.includes("null") ? `${text}, or null` : text;
};

/** One line of a body: how deep it lies, its name, whether it must be there, and what it may be. */
export type FieldLine = {
  readonly path: string;
  readonly depth: number;
  readonly name: string;
  readonly required: boolean;
  readonly type: string;
  readonly otherwise: string | null;
  /** Whether another choice than that of the lines before begins here. */
  readonly or: boolean;
};

/** The object inside a value: itself, the items of a list, or the part of a choice that has fields. */
const objectIn = (schema: JsonSchema): JsonSchema | null => {
  if (schema.properties) return schema;
  if (schema.items) return objectIn(schema.items);
  for (const branch of schema.anyOf ?? schema.oneOf ?? []) {
    const found = objectIn(branch);
    if (found) return found;
  }
  return null;
};

/** The fields of a body from top to bottom, those of inner objects right below theirs. */
export const fieldLines = (schema: JsonSchema, depth = 0, prefix = ""): FieldLine[] => {
  // A choice between objects: the fields of each, one after the other.
  const choices = (schema.anyOf ?? schema.oneOf ?? []).filter((branch) => branch.properties);
  const objects = choices.length > 1 ? choices : [objectIn(schema)].filter((found) => found !== null);
  return objects.flatMap((object, index) =>
    Object.entries(object.properties ?? {}).flatMap(([name, field], place): FieldLine[] => {
      const path = `${prefix}${choices.length > 1 ? `${index}:` : ""}${name}`;
      const line = {
        path,
        depth,
        name,
        required: object.required?.includes(name) ?? false,
        type: typeWords(field),
        otherwise: field.default === undefined ? null : words(field.default),
        or: index > 0 && place === 0,
      };
      return [line, ...fieldLines(field, depth + 1, `${path}.`)];
    }),
  );
};
