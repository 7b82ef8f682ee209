import type { QueueItem } from "./types";

type Request = Pick<QueueItem, "method" | "path" | "body">;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The path of a resource below the API, without a query: "/diary/3b8e…". */
export const resourceOf = ({ path }: Pick<QueueItem, "path">): string =>
  path.replace(/^\/api\/v1/, "").replace(/\?.*$/, "");

/** The foods and recipes of the person's own that a body names, as resources: they must be there first. */
const namedIn = (value: unknown): string[] => {
  if (typeof value === "string")
    return value.startsWith("own:")
      ? [`/foods/${value}`]
      : value.startsWith("recipe:")
        ? [`/recipes/${value.slice("recipe:".length)}`]
        : [];
  if (Array.isArray(value)) return value.flatMap(namedIn);
  return isObject(value) ? Object.values(value).flatMap(namedIn) : [];
};

/** A change of a batch: its entry, and the one it is made of or stands in the place of. */
export type BatchChange = Readonly<Record<string, unknown>> & { readonly op: string; readonly id: string };

/** The changes of a batch of the diary; null for any other write. */
export const batchChanges = ({ path, body }: Request): readonly BatchChange[] | null =>
  resourceOf({ path }) === "/diary/batch" && isObject(body) && Array.isArray(body.changes)
    ? (body.changes as BatchChange[])
    : null;

/** The entry whose version a change of a batch rests on. */
export const restsOn = ({ id, of }: BatchChange): string => (typeof of === "string" ? of : id);

/** What a write changes or rests on. A write waits while an earlier one of any of these does. */
const touchedBy = (request: Request): readonly string[] => {
  const changes = batchChanges(request);
  const written = changes
    ? changes.flatMap(({ id, from, of }) =>
        [id, from, of].flatMap((entry) => (typeof entry === "string" ? [`/diary/${entry}`] : [])),
      )
    : [resourceOf(request)];
  return [...written, ...namedIn(request.body)];
};

/** Whether one resource is another, or lies below it as a dose below its supplement. */
const meets = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);

/** The resources that writes which stay behind hold up; tells of each further write whether it is held up, too. */
export const heldUp = () => {
  const held: string[] = [];
  return {
    hold: (request: Request): void => {
      held.push(...touchedBy(request));
    },
    isHeld: (request: Request): boolean =>
      held.length > 0 && touchedBy(request).some((resource) => held.some((each) => meets(each, resource))),
  };
};

/** Whether two writes have to do with each other. */
export const concernSame = (one: Request, other: Request): boolean =>
  touchedBy(one).some((resource) => touchedBy(other).some((each) => meets(each, resource)));
