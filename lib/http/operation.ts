import { z } from "zod";
import type { Area } from "../access";

/** Who may call: everybody; or any viewer, or one who may write, whose token has to cover the area or all of them. */
type Access =
  | { readonly access: "open"; readonly area?: never }
  | { readonly access: "read" | "write"; readonly area: Area | readonly Area[] };

/** One call of the API. The same schemas validate requests and make the OpenAPI document. */
export type Operation = Access & {
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  /** As in OpenAPI: `/diary/{id}`, below `/api/v1`. */
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** What has versions that a change can rest on: the one resource it names, by `If-Match`, or each change in its body. */
  readonly conditional?: "resource" | "each-change";
  /** For a call that takes a file as its body: the limit, in words. The handler reads it from the request. */
  readonly upload?: string;
  /** Successful answers by status; null has no body. */
  readonly responses: Readonly<
    Record<number, { readonly description: string; readonly body: z.ZodType | null }>
  >;
};

/** Keeps the operation's exact type. */
export const operation = <const O extends Operation>(described: O): O => described;

const jsonSchema = (schema: z.ZodType, io: "input" | "output") => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    target: "draft-2020-12",
    unrepresentable: "any",
  });
  return rest;
};

const parametersOf = (schema: z.ZodType | undefined, place: "path" | "query") => {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, "input");
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: property,
  }));
};

const problem = (description: string) => ({
  description,
  content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
});

const ACCOUNT = {
  name: "Assay-Account",
  in: "header",
  required: false,
  description:
    "Id of the account that the call is meant for; of another account it is refused (403, other_account)",
  schema: { type: "string" },
};

const IF_MATCH = {
  name: "If-Match",
  in: "header",
  required: false,
  description:
    'The version that the change rests on, in quotes, as ETag or `version` has it; "0" where there must be none yet. Without it whatever is there is replaced',
  schema: { type: "string" },
};

const headersOf = (o: Operation) => [
  ...(o.access === "open" ? [] : [ACCOUNT]),
  ...(o.conditional === "resource" ? [IF_MATCH] : []),
];

const REVISION = {
  "Assay-Revision": {
    description: "The account's revision after the change; see GET /changes",
    schema: { type: "integer" },
  },
};

/** The areas that a token has to cover, all of them; none is a mistake that no token passes. */
export const areasOf = ({ area }: Operation): readonly Area[] =>
  area === undefined ? ["account"] : typeof area === "string" ? [area] : area;

/** How a call is authorised. A scope "read" or "write" covers every area. */
const securityOf = (o: Operation): Record<string, string[]>[] => {
  if (o.access === "open") return [];
  const areas = areasOf(o);
  if (areas.includes("account")) return [{ session: [] }];
  const scopes = areas.map((area) =>
    area === "any" || area === "server" ? o.access : `${area}:${o.access}`,
  );
  return [{ session: [] }, { token: scopes }];
};

const describe = (o: Operation) => ({
  operationId: `${o.method}${o.path.replaceAll(/[/{}.-]+(\w?)/g, (_, first: string) => first.toUpperCase())}`,
  summary: o.summary,
  security: securityOf(o),
  parameters: [...parametersOf(o.params, "path"), ...parametersOf(o.query, "query"), ...headersOf(o)],
  ...(o.body
    ? {
        requestBody: {
          required: true,
          content: { "application/json": { schema: jsonSchema(o.body, "input") } },
        },
      }
    : {}),
  ...(o.upload
    ? {
        requestBody: {
          required: true,
          description: o.upload,
          content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
        },
      }
    : {}),
  responses: {
    ...Object.fromEntries(
      Object.entries(o.responses).map(([status, { description, body }]) => [
        status,
        {
          description,
          ...(o.access === "write" ? { headers: REVISION } : {}),
          ...(body ? { content: { "application/json": { schema: jsonSchema(body, "output") } } } : {}),
        },
      ]),
    ),
    ...(o.body
      ? { 400: problem("Not JSON"), 413: problem("Larger than 1 MiB"), 415: problem("Not application/json") }
      : {}),
    ...(o.upload ? { 413: problem(`The file is too large. ${o.upload}`) } : {}),
    ...(o.access === "open" ? {} : { 401: problem("Not signed in"), 403: problem("Not allowed") }),
    ...(o.params ? { 404: problem("Missing, or somebody else's") } : {}),
    ...(o.conditional === "resource"
      ? { 412: problem("It was changed or deleted in the meantime; `current` is what is there now, or null") }
      : {}),
    ...(o.conditional === "each-change"
      ? {
          412: problem(
            "Some of it was changed or deleted in the meantime; `misfits` says what, and what is there now",
          ),
        }
      : {}),
    422: problem("A field is not valid; `fields` says which and why"),
    429: problem("Too many requests; `Retry-After` says when to try again"),
  },
});

/** The OpenAPI 3.1 document of some operations. */
export const openApiDocument = (operations: readonly Operation[]) => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const o of operations) paths[o.path] = { ...paths[o.path], [o.method]: describe(o) };
  return {
    openapi: "3.1.0",
    info: {
      title: "Assay",
      version: "1",
      description:
        "Diet mineral intake. Every total is a lower bound from the entries that report the nutrient.",
    },
    servers: [{ url: "/api/v1" }],
    paths,
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "next-auth.session-token" },
        token: { type: "http", scheme: "bearer" },
      },
      schemas: {
        Error: {
          type: "object",
          required: ["error"],
          properties: {
            error: {
              type: "object",
              required: ["code", "message"],
              properties: {
                code: { type: "string" },
                message: { type: "string" },
                fields: { type: "object", additionalProperties: { type: "string" } },
                means: {
                  description:
                    "With code confirmation_required: what POST /account/confirmation takes from this account",
                  type: "array",
                  items: { type: "string" },
                },
              },
            },
            current: {
              description: "With 412: the resource as GET answers it, null where it was deleted",
            },
            misfits: {
              description: "With 412, of a batch: the entries that its changes do not fit",
              type: "array",
              items: {
                type: "object",
                required: ["id", "current"],
                properties: { id: { type: "string" }, current: {} },
              },
            },
          },
        },
      },
    },
  };
};
