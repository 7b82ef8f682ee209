import { randomUUID } from "node:crypto";
import { PASSWORD } from "./cast";
import { NO_TOKENS, type RouteRow, write } from "./route-row";

const NEW_PASSWORD = "another horse battery";
const uuid = (): string => randomUUID();

/** What administrators alone may do. */
export const administration: readonly RouteRow[] = [
  write(
    "POST /invitations",
    () => "/invitations",
    () => ({}),
    [403, 403],
    { administrator: 201 },
  ),
  write(
    "POST /food-tables",
    () => "/food-tables",
    ({ entry }) => ({ upload: entry }),
    [403, 403],
    {
      administrator: 404,
    },
  ),
  write(
    "PUT /food-tables/uploads/[id]",
    ({ entry }) => `/food-tables/uploads/${entry}?name=a.csv`,
    () => "a,b",
    [403, 403],
    { administrator: 204 },
  ),
  write("DELETE /food-tables/[version]", () => "/food-tables/none", undefined, [403, 403], {
    administrator: 204,
  }),
];

/** The account itself; what ends it is last. */
export const account: readonly RouteRow[] = [
  // This server sends no mail.
  write(
    "POST /account/verification",
    () => "/account/verification",
    () => ({}),
    [503, 503],
    NO_TOKENS,
  ),
  {
    ...write(
      "POST /account/reset",
      () => "/account/reset",
      () => ({ email: "a@example.org" }),
      [503, 503],
    ),
    open: true,
  },
  write(
    "POST /account/confirmation",
    () => "/account/confirmation",
    () => ({ password: PASSWORD }),
    [200, 200],
    { ...NO_TOKENS, sample: 403 },
  ),
  {
    ...write(
      "POST /account",
      () => "/account",
      () => ({ email: `${uuid()}@example.org`, password: PASSWORD }),
      [201, 201],
    ),
    open: true,
  },
  ...["/account/confirm", "/account/email/confirm", "/account/reset/password"].map((path) => ({
    ...write(
      `POST ${path}`,
      () => path,
      ({ entry }) => ({ token: entry, ...(path.endsWith("password") && { password: NEW_PASSWORD }) }),
      [404, 404],
    ),
    open: true as const,
  })),
  write(
    "POST /account/email",
    () => "/account/email",
    () => ({ email: `${uuid()}@example.org`, password: PASSWORD }),
    [200, 200],
    { ...NO_TOKENS, sample: 403 },
  ),
  write(
    "POST /account/password",
    () => "/account/password",
    () => ({ current: PASSWORD, password: PASSWORD }),
    [204, 204],
    { ...NO_TOKENS, sample: 403 },
  ),
  {
    ...write(
      "DELETE /account",
      () => "/account",
      () => ({ password: PASSWORD }),
      [204, 204],
      {
        ...NO_TOKENS,
        // Its account is gone by then.
        "other's token": 401,
        sample: 403,
      },
    ),
    once: true,
  },
];
