/** The fields of a resource by their names, in the shape in which the API takes them. */
export type Fields = Readonly<Record<string, unknown>>;

/** A write of the browser, as a request to the JSON API. It must be safe to send more than once. */
export type Write = {
  readonly method: "PUT" | "POST" | "PATCH" | "DELETE";
  /** Below the origin: "/api/v1/diary/3b8e6c9a-…". */
  readonly path: string;
  readonly body?: unknown;
  /** The `version` of what is changed, as it was when the person changed it. Left out for what is new, and for sets. */
  readonly ifMatch?: string | null;
  /**
   * The same fields as in `body` as they were before the change. With `ifMatch` it tells what the person changed from
   * what another device did; left out where nothing can be merged.
   */
  readonly base?: Fields | null;
  /** What draws it until the page holds it, such as a change of the day. Only plain data: it is kept. */
  readonly change?: unknown;
  /** What is said of it while it waits, with its day: "Kefir, 200 g (lunch, 24 November)". */
  readonly label: string;
};

/** The state of a write that the server has not taken. */
export type ItemState =
  /** It is sent as soon as it can be. */
  | "waiting"
  /** The server does not take it; the person has to say what becomes of it. */
  | "refused"
  /** The same field was changed on another device, or what it changes was deleted there; the person chooses. */
  | "conflict";

/** A field that was changed here and elsewhere. */
export type FieldConflict = {
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
};

/** A write that waits, as it is kept on the device. */
export type QueueItem = {
  /** Its place in the order; given by the database. 0 until it is kept, and until then it may lack path and label. */
  readonly seq: number;
  /** The account that made it and that alone sends it. */
  readonly account: string;
  /** The id of the write, made by the browser. */
  readonly id: string;
  readonly method: Write["method"];
  readonly path: string;
  readonly body: unknown;
  readonly ifMatch: string | null;
  readonly base: Fields | null;
  readonly change: unknown;
  readonly label: string;
  /** When the person made it, in milliseconds since 1970. */
  readonly at: number;
  readonly state: ItemState;
  /** Why it is refused or still waits, in words for the person. */
  readonly message?: string;
  /** What the server says of single fields of a refused write. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Of a conflict: the resource as it is on the server, null where it was deleted. */
  readonly current?: unknown;
  /** Of a conflict: the fields that were changed on both sides; empty where what was changed here was deleted there. */
  readonly conflicts?: readonly FieldConflict[];
  /** How often it was sent. 0 means that the server cannot have it. */
  readonly tries: number;
  /** Not to be sent before this instant, in milliseconds since 1970; 0 for at once. */
  readonly nextAt: number;
  /**
   * What `nextAt` is for: `alone` holds up this write and those that have to do with it, `all` every write, as while the
   * server cannot be reached, and `told` every write, however urgent, because the server itself said so.
   */
  readonly pause?: "alone" | "all" | "told";
  /** False for what could be stored nowhere but in this tab. */
  readonly durable?: boolean;
  /** Whether another device's changes were merged into `body`. */
  readonly merged?: boolean;
};

/** A write that the server has taken. It is drawn on until a page or a copy of this revision or a later one is shown. */
export type Answered = {
  readonly seq: number;
  readonly account: string;
  readonly id: string;
  readonly path: string;
  readonly change: unknown;
  readonly label: string;
  /** When it was answered, in milliseconds since 1970. */
  readonly at: number;
  /** The account's revision after it; null where the server did not say. */
  readonly revision: number | null;
  /** The version of the resource after it; null for sets and deletions. */
  readonly version: string | null;
  /** The versions of what it wrote, before and after it; none where another device's changes were merged into it. */
  readonly steps?: readonly VersionStep[];
};

/** What a write made of the version of a resource. */
export type VersionStep = {
  readonly resource: string;
  /** The version that it rested on. */
  readonly from: string;
  readonly to: string;
};

/** What became of a write. */
export type Outcome =
  | {
      readonly state: "done";
      readonly revision: number | null;
      readonly version: string | null;
      /** What the server answered; undefined where another tab or the service worker sent it. */
      readonly body?: unknown;
    }
  | { readonly state: "refused" | "conflict"; readonly item: QueueItem }
  /** The person took it back or gave it up before the server had it. */
  | { readonly state: "discarded" };

/** A write that is kept. */
export type Kept = {
  readonly item: QueueItem;
  /** Whether it outlives this tab; false where the browser could not store it. */
  readonly durable: boolean;
  /** Settles when the server has answered it, or the person has discarded it; waits as long as the write does. */
  readonly answer: Promise<Outcome>;
};

/** How safely this device keeps what waits. */
export type StorageState =
  /** The browser has promised not to clear it by itself. */
  | "persistent"
  /** The browser may clear it when space runs short, and does at the end of a private window. */
  | "best-effort"
  /** Nothing can be stored: what waits lives as long as the tab. */
  | "memory"
  /** There is no space left: the latest of what waits lives as long as the tab. */
  | "full";

/** What is known of the writes of this device. */
export type QueueState = {
  /** The account's writes that the server has not taken, oldest first. */
  readonly items: readonly QueueItem[];
  /** The account's writes that it has taken of late, oldest first. */
  readonly answered: readonly Answered[];
  /** How many writes of other accounts wait on this device. */
  readonly others: number;
  /** False once the server could not be reached, until it can. */
  readonly online: boolean;
  /** Whether the server asks to sign in before it takes anything. */
  readonly signedOut: boolean;
  readonly storage: StorageState;
  /** Writes that the browser cleared before they were sent, and since when they had waited; null for none. */
  readonly lost: { readonly count: number; readonly since: number } | null;
  /** Ids of writes whose refusal or conflict is told by the form that made them, and nowhere else. */
  readonly inForm: readonly string[];
};

/** What becomes of a conflict. Of a resource that was deleted elsewhere: `mine` brings it back, `theirs` leaves it deleted. */
export type ConflictChoice = "mine" | "theirs";

/** The channel on which the tabs and the service worker tell each other of changes. */
export const CHANNEL = "assay";

/** What is said on {@link CHANNEL}. */
export type ChannelMessage =
  /** The queue has changed: read it again. */
  | { readonly kind: "queue" }
  /** A write of an account was answered: pages below this revision are old. */
  | { readonly kind: "revision"; readonly account: string; readonly revision: number };

/** The tag under which Background Sync wakes the service worker. */
export const SYNC_TAG = "assay-queue";
