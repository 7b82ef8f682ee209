/** Rule, importing file, the import as written, and what it leads to: each is forbidden. */
export const planted: readonly (readonly [rule: string, from: string, statement: string, to: string])[] = [
  ["no-cycle", "components/forms/a.tsx", 'import type { B } from "./b";', "components/forms/b.tsx"],
  ["resolvable", "lib/diary/lost.ts", 'import { x } from "./nowhere";', "./nowhere"],
  ["nutrition-is-pure", "lib/nutrition/clock.ts", 'import { readFileSync } from "node:fs";', "fs"],
  ["nutrition-is-pure", "lib/nutrition/package.ts", 'import { z } from "zod";', "node_modules/zod/index.js"],
  [
    "nutrition-is-pure",
    "lib/nutrition/deep/upward.ts",
    'import type { E } from "@/lib/errors";',
    "lib/errors.ts",
  ],
  [
    "nutrition-is-pure",
    "lib/nutrition/big.ts",
    'import "../../data/generated/foods";',
    "data/generated/foods.ts",
  ],
  [
    "catalogue-knows-tables-only",
    "lib/catalogue/a.ts",
    'import { z } from "zod";',
    "node_modules/zod/index.js",
  ],
  [
    "catalogue-knows-tables-only",
    "lib/catalogue/b.ts",
    'import type { E } from "../errors";',
    "lib/errors.ts",
  ],
  ["load-knows-the-folder", "lib/catalogue/c.ts", 'import { env } from "../env";', "lib/env.ts"],
  [
    "foodtables-looks-down",
    "lib/foodtables/own.ts",
    'import type { F } from "../foods/schemas";',
    "lib/foods/schemas.ts",
  ],
  [
    "readers-know-files",
    "lib/foodtables/readers/a.ts",
    'import { all } from "../../diary";',
    "lib/diary/index.ts",
  ],
  [
    "readers-know-files",
    "lib/foodtables/raw-table.ts",
    'import type { Z } from "zod";',
    "node_modules/zod/index.js",
  ],
  [
    "readers-have-one-entry",
    "lib/foodtables/compile.ts",
    'import { c } from "./readers/csv";',
    "lib/foodtables/readers/csv.ts",
  ],
  [
    "files-of-publishers-in-readers",
    "lib/foods/unzip.ts",
    'import { open } from "yauzl";',
    "node_modules/yauzl/index.js",
  ],
  [
    "db-knows-no-feature",
    "lib/db/a.ts",
    'import type { D } from "@/lib/diary/schemas";',
    "lib/diary/schemas.ts",
  ],
  ["stores-hold-the-queries", "lib/diary/a.ts", 'import { db } from "../db";', "lib/db/index.ts"],
  [
    "stores-hold-the-queries",
    "lib/diary/b.ts",
    'import type { P } from "@prisma/client";',
    "node_modules/@prisma/client/index.js",
  ],
  ["stores-hold-the-queries", "app/diary/page.tsx", 'const s = await import("@/lib/db");', "lib/db/index.ts"],
  [
    "stores-hold-the-queries",
    "lib/nutrition/own-query.ts",
    'import type { C } from "../db";',
    "lib/db/index.ts",
  ],
  ["stores-hold-the-queries", "lib/http/a.ts", 'export type { C } from "@/lib/db";', "lib/db/index.ts"],
  [
    "stores-know-little",
    "lib/profile/store.ts",
    'import type { D } from "../access";',
    "lib/access/index.ts",
  ],
  ["stores-know-little", "lib/foods/store.ts", 'import { E } from "../errors";', "lib/errors.ts"],
  ["store-is-private", "lib/insights/a.ts", 'import { all } from "../diary/store";', "lib/diary/store.ts"],
  [
    "store-is-private",
    "app/diary/actions.ts",
    'import { all } from "@/lib/diary/store";',
    "lib/diary/store.ts",
  ],
  ["limits-looks-down", "lib/limits/a.ts", 'import { d } from "../access";', "lib/access/index.ts"],
  ["mail-looks-down", "lib/mail/a.ts", 'import { d } from "../access";', "lib/access/index.ts"],
  [
    "access-looks-down",
    "lib/access/a.ts",
    'import type { P } from "../profile/schemas";',
    "lib/profile/schemas.ts",
  ],
  ["foods-looks-down", "lib/foods/a.ts", 'import { d } from "@/lib/diary";', "lib/diary/index.ts"],
  ["profile-looks-down", "lib/profile/a.ts", 'import type { D } from "../diary";', "lib/diary/index.ts"],
  [
    "diary-looks-down",
    "lib/diary/c.ts",
    'import type { I } from "../insights/schemas";',
    "lib/insights/schemas.ts",
  ],
  ["diary-looks-down", "lib/diary/d.ts", 'import { h } from "../http";', "lib/http/index.ts"],
  [
    "diary-looks-down",
    "lib/diary/e.ts",
    'import type { Bar } from "@/components/nutrition/bar";',
    "components/nutrition/bar.tsx",
  ],
  ["notices-looks-down", "lib/notices/b.ts", 'import { c } from "../care";', "lib/care/index.ts"],
  ["insights-looks-down", "lib/insights/b.ts", 'import { c } from "../care";', "lib/care/index.ts"],
  ["care-looks-down", "lib/care/a.ts", 'import { t } from "../transfer";', "lib/transfer/index.ts"],
  [
    "transfer-looks-down",
    "lib/transfer/a.ts",
    'import type { P } from "@/app/diary/page";',
    "app/diary/page.tsx",
  ],
  ["http-wraps", "lib/http/b.ts", 'import type { D } from "../diary/schemas";', "lib/diary/schemas.ts"],
  [
    "ground-knows-the-core",
    "lib/format/index.ts",
    'import type { D } from "../diary/schemas";',
    "lib/diary/schemas.ts",
  ],
  [
    "through-the-entry",
    "lib/insights/c.ts",
    'import type { T } from "../diary/totals";',
    "lib/diary/totals.ts",
  ],
  [
    "through-the-entry",
    "lib/diary/f.ts",
    'import { t } from "../nutrition/totals";',
    "lib/nutrition/totals.ts",
  ],
  [
    "through-the-entry-from-outside",
    "components/nutrition/a.tsx",
    'import type { T } from "@/lib/nutrition/totals";',
    "lib/nutrition/totals.ts",
  ],
  [
    "through-the-entry-from-outside",
    "components/nutrition/dish.tsx",
    'import { computeDish } from "@/lib/catalogue/dishes";',
    "lib/catalogue/dishes.ts",
  ],
  [
    "catalogue-knows-tables-only",
    "lib/catalogue/dishes.ts",
    'import type { F } from "../foods/schemas";',
    "lib/foods/schemas.ts",
  ],
  [
    "through-the-entry-from-outside",
    "app/diary/b.tsx",
    'import { t } from "@/lib/diary/totals";',
    "lib/diary/totals.ts",
  ],
  [
    "not-its-own-entry",
    "lib/nutrition/deep/a.ts",
    'import type { N } from "../index";',
    "lib/nutrition/index.ts",
  ],
  ["not-its-own-entry", "lib/diary/g.ts", 'import type { D } from "@/lib/diary";', "lib/diary/index.ts"],
  ["data-is-below", "data/reference/a.ts", 'import type { E } from "@/lib/errors";', "lib/errors.ts"],
  ["components-show", "components/nutrition/b.tsx", 'import { d } from "@/lib/diary";', "lib/diary/index.ts"],
  [
    "components-show",
    "components/layout/a.tsx",
    'import type { A } from "@/app/diary/page";',
    "app/diary/page.tsx",
  ],
  [
    "client-is-light",
    "lib/profile/client.ts",
    'import { text } from "./fields-of-it";',
    "node_modules/zod/index.js",
  ],
  [
    "ui-has-no-words",
    "components/ui/a.tsx",
    'import type { N } from "@/lib/nutrition";',
    "lib/nutrition/index.ts",
  ],
  [
    "ui-has-no-words",
    "components/ui/b.tsx",
    'import { Bar } from "../nutrition/bar";',
    "components/nutrition/bar.tsx",
  ],
  [
    "charts-draw",
    "components/nutrition/c.tsx",
    'import { Line } from "recharts";',
    "node_modules/recharts/index.js",
  ],
  [
    "charts-draw",
    "app/diary/_components/a.tsx",
    'import type { Props } from "recharts";',
    "node_modules/recharts/index.js",
  ],
  [
    "app-calls-features",
    "app/diary/c.tsx",
    'import table from "@/data/reference/dri";',
    "data/reference/dri.ts",
  ],
  ["app-calls-features", "app/diary/d.tsx", 'import { env } from "@/lib/env";', "lib/env.ts"],
  [
    "shipped-code-only",
    "lib/care/b.ts",
    'import { makeUser } from "@/tests/support/database";',
    "tests/support/database.ts",
  ],
  ["shipped-code-only", "app/diary/e.tsx", 'import "@/scripts/steps.mjs";', "scripts/steps.ts"],
  [
    "health-knows-what-must-work",
    "lib/health/index.ts",
    'import { d } from "../diary";',
    "lib/diary/index.ts",
  ],
  ["stores-hold-the-queries", "lib/diary/plans.ts", 'import { db } from "../db";', "lib/db/index.ts"],
  ["stores-know-little", "lib/diary/store/totals.ts", 'import { E } from "../../errors";', "lib/errors.ts"],
  [
    "store-is-private",
    "lib/insights/d.ts",
    'import { all } from "../diary/store/rows";',
    "lib/diary/store/rows.ts",
  ],
  ...(
    [
      ["assessment", "minerals"],
      ["minerals", "alerts"],
      ["alerts", "trends"],
      ["trends", "review"],
      ["review", "day"],
      ["day", "copy"],
    ] as const
  ).map(
    ([low, high]) =>
      [
        `insights-${low}-looks-down`,
        `lib/insights/${low}/a.ts`,
        `import type { V } from "../${high}/schemas";`,
        `lib/insights/${high}/schemas.ts`,
      ] as const,
  ),
  [
    "insights-rooms-have-entries",
    "lib/insights/review/b.ts",
    'import { d } from "../assessment/read-days";',
    "lib/insights/assessment/read-days.ts",
  ],
  ...(
    [
      ["offline", "food"],
      ["food", "diary"],
      ["diary", "palette"],
      ["palette", "day"],
      ["day", "frame"],
    ] as const
  ).map(
    ([low, high]) =>
      [
        `signed-in-${low}-looks-down`,
        `app/(app)/_features/${low}/a.tsx`,
        `import { X } from "../${high}";`,
        `app/(app)/_features/${high}/index.ts`,
      ] as const,
  ),
  [
    "offline-knows-contracts",
    "app/(app)/_features/offline/a.ts",
    'import { all } from "@/lib/diary";',
    "lib/diary/index.ts",
  ],
  [
    "one-database-in-the-browser",
    "app/(app)/_features/palette/kept.ts",
    'import { openDB } from "idb";',
    "node_modules/idb/index.js",
  ],
  [
    "features-have-one-entry",
    "app/(app)/_features/day/b.tsx",
    'import { E } from "../diary/entry";',
    "app/(app)/_features/diary/entry.ts",
  ],
  [
    "features-have-one-entry-for-routes",
    "app/(app)/today/page.tsx",
    'import { E } from "@/app/(app)/_features/diary/entry";',
    "app/(app)/_features/diary/entry.ts",
  ],
  [
    "features-serve-routes",
    "app/(app)/_features/day/c.tsx",
    'import { W } from "../../trends/_components/words";',
    "app/(app)/trends/_components/words.ts",
  ],
  [
    "routes-are-private",
    "app/(app)/review/page.tsx",
    'import { W } from "@/app/(app)/trends/_components/words";',
    "app/(app)/trends/_components/words.ts",
  ],
  [
    "installed-for-running",
    "components/layout/b.tsx",
    'import { render } from "vitest";',
    "node_modules/vitest/index.js",
  ],
];

/** File and what it says: none of it is forbidden. */
export const allowed: readonly (readonly [from: string, statements: string])[] = [
  // The other half of the planted circle, which is reported once.
  ["components/forms/b.tsx", 'import type { A } from "./a";'],
  ["lib/nutrition/index.ts", 'export { t } from "./totals";'],
  [
    "lib/nutrition/totals.ts",
    'import dri from "@/data/reference/dri"; import type { U } from "./units"; export const t: U = dri;',
  ],
  ["lib/nutrition/deep/units-again.ts", 'import type { U } from "../units";'],
  [
    "lib/catalogue/load.ts",
    'import "server-only"; import { readFileSync } from "node:fs"; import "@/data/generated/foods";',
  ],
  ["lib/catalogue/index.ts", 'import type { N } from "../nutrition";'],
  [
    "lib/db/index.ts",
    'import { env } from "../env"; import { P } from "@prisma/client"; import pg from "pg";',
  ],
  [
    "lib/access/index.ts",
    'import { all } from "./store"; import { E } from "../errors"; import { z } from "zod";',
  ],
  [
    "lib/access/store.ts",
    'import { db } from "../db"; import type { S } from "./schemas"; import type { N } from "@/lib/nutrition";',
  ],
  ["lib/access/schemas.ts", 'import { z } from "zod"; import { text } from "../fields";'],
  // What a planted client.ts leads to by a detour; and one that is as light as it should be.
  ["lib/profile/fields-of-it.ts", 'import { z } from "zod"; export const text = z;'],
  ["lib/diary/client.ts", 'import type { N } from "../nutrition"; export const MEALS: N = [];'],
  [
    "lib/insights/index.ts",
    'import { d } from "../diary"; import { food } from "@/lib/catalogue"; import "../catalogue/load";',
  ],
  ["lib/diary/index.ts", 'import { all } from "./store"; import type { F } from "../foods/schemas";'],
  ["lib/diary/store.ts", 'import { db } from "../db"; import type { D } from "./schemas";'],
  ["lib/diary/store/rows.ts", 'import { db } from "../../db"; import type { D } from "../schemas";'],
  ["lib/insights/alerts/store.ts", 'import { db } from "../../db";'],
  [
    "lib/insights/day/day.ts",
    'import { a } from "../assessment"; import type { V } from "../alerts/schemas";',
  ],
  [
    "app/(app)/_features/day/board.tsx",
    'import { X } from "../diary"; import { S } from "../palette/search"; import { save } from "@/app/(app)/foods/actions";',
  ],
  [
    "app/(app)/trends/page.tsx",
    'import { W } from "./_components/words"; import { X } from "../_features/day";',
  ],
  ["lib/http/index.ts", 'import { a } from "../access"; import { NextResponse } from "next/server";'],
  [
    "components/charts/line.tsx",
    'import { Line } from "recharts"; export const Chart = () => <Line className="a" />;',
  ],
  [
    "components/nutrition/bar.tsx",
    'import { t } from "@/lib/nutrition"; import { mg } from "@/lib/format"; import { Card } from "../ui/card"; export const Bar = () => <Card>{mg(t)}</Card>;',
  ],
  [
    "components/ui/card.tsx",
    'import type { ReactNode } from "react"; export const Card = (p: { children: ReactNode }) => <b {...p} />;',
  ],
  [
    "app/diary/page.tsx",
    'import { d } from "@/lib/diary"; import type { D } from "@/lib/diary/schemas"; import { r } from "@/lib/http"; import { Bar } from "@/components/nutrition/bar"; export default () => <Bar />;',
  ],
  [
    "data/build/index.ts",
    'import { encode } from "@/lib/catalogue/layout"; import type { N } from "@/lib/nutrition";',
  ],
];

/** Files that are only led to. */
export const others = [
  ...[
    "errors",
    "env",
    "fields",
    "diary/schemas",
    "diary/totals",
    "foods/schemas",
    "profile/schemas",
    "care/index",
  ],
  ...["insights/schemas", "transfer/index", "catalogue/layout", "nutrition/units"],
  "foodtables/readers/csv",
  ...["minerals", "alerts", "trends", "review", "day", "copy"].map((room) => `insights/${room}/schemas`),
  ...["insights/assessment/index", "insights/assessment/read-days"],
]
  .map((name) => `lib/${name}.ts`)
  .concat([
    "data/reference/dri.ts",
    "data/generated/foods.ts",
    "tests/support/database.ts",
    "scripts/steps.ts",
    "app/(app)/foods/actions.ts",
    "app/(app)/trends/_components/words.ts",
    "app/(app)/_features/diary/entry.ts",
    "app/(app)/_features/frame/index.ts",
    "app/(app)/_features/palette/search/index.ts",
    ...["food", "diary", "palette", "day"].map((room) => `app/(app)/_features/${room}/index.ts`),
  ]);
