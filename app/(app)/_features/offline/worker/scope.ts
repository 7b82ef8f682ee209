/*
 * What this worker uses of the scope of a service worker. TypeScript's own types of it ("webworker") cannot stand in one
 * program with those of a page.
 */

export type WaitingEvent = Event & { waitUntil: (work: Promise<unknown>) => void };

export type RequestEvent = WaitingEvent & {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith: (answer: Promise<Response>) => void;
};

export type SaidEvent = WaitingEvent & { readonly data: unknown };

type SyncEvent = WaitingEvent & { readonly tag: string };

type Events = {
  install: WaitingEvent;
  activate: WaitingEvent;
  fetch: RequestEvent;
  message: SaidEvent;
  sync: SyncEvent;
};

export type WorkerScope = {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim: () => Promise<void> };
  readonly location: Location;
  skipWaiting: () => Promise<void>;
  addEventListener: <K extends keyof Events>(kind: K, listener: (event: Events[K]) => void) => void;
};
