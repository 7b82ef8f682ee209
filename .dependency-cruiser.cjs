// Who may import whom. The table and its reasons: docs/architecture.md. Type-only imports count: they tie two
// rooms together as much as others do. tests/architecture plants a violation of every rule and sees it caught.
//
// A room is a folder with one entry that others may import; the rest of it is private. In lib the entries are index.ts
// (the server's), schemas.ts (contracts; the browser takes their types), client.ts (what the browser takes beside
// types) and, for the food table, load.ts (which reads it from the disk), encode.ts (which writes one) and
// rules (which describe foods by their names). Rooms inside a room have entries of their own.

/** From low to high; each may use those before it. */
const features = [
  "limits",
  "mail",
  "access",
  "foodtables",
  "foods",
  "profile",
  "diary",
  "insights",
  "notices",
  "care",
  "transfer",
];

/** The code that queries. */
const stores = ["^lib/[^/]+/store(\\.ts$|/)", "^lib/[^/]+/[^/]+/store\\.ts$"];

const entries = "(index|schemas|client)\\.tsx?$";

/** Modules of lib that stand below every feature and know only the core. */
const ground = "lib/((aead|errors|fields|env|versions)\\.ts$|(format|time)/)";

/**
 * Rooms inside a room, from low to high; each may use those before it, through their entries.
 * @param {string} parent its folder, as a regular expression
 * @param {string} name
 * @param {readonly string[]} rooms
 */
const ladder = (parent, name, rooms) =>
  rooms.slice(0, -1).map((room, height) => ({
    name: `${name}-${room}-looks-down`,
    comment: `The rooms of ${name} are a ladder (${rooms.join(" < ")}); each uses lower ones.`,
    severity: "error",
    from: { path: `^${parent}/${room}/` },
    to: { path: `^${parent}/(${rooms.slice(height + 1).join("|")})/` },
  }));

const signedIn = "app/\\(app\\)/_features";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycle",
      comment: "Two modules that need each other are one.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "resolvable",
      comment: "An import that leads nowhere is seen by no other rule.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "nutrition-is-pure",
      comment:
        "lib/nutrition is arithmetic and cited tables: no package, no clock, no disk, nobody else's code.",
      severity: "error",
      from: { path: "^lib/nutrition/" },
      to: { pathNot: "^(lib/nutrition|data/reference)/" },
    },
    {
      name: "catalogue-knows-tables-only",
      comment: "The food table's code reads tables; beside it, only the core and what Node reads files with.",
      severity: "error",
      from: { path: "^lib/catalogue/" },
      to: {
        pathNot:
          "^(lib/catalogue/|lib/nutrition/index\\.ts|lib/env\\.ts$|data/(generated|reference)/|node_modules/server-only/|(node:)?(fs|path|zlib|crypto|url)(/|$))",
      },
    },
    {
      name: "load-knows-the-folder",
      comment: "Of the food table's code only load.ts asks the settings, for the folder of installed tables.",
      severity: "error",
      from: { path: "^lib/catalogue/", pathNot: "^lib/catalogue/load\\.ts$" },
      to: { path: "^lib/env\\.ts$" },
    },
    {
      name: "readers-know-files",
      comment:
        "Readers of official tables turn files into the neutral form: the core's and the food table's types, the libraries for zip archives, text tables and workbooks, the disk.",
      severity: "error",
      from: { path: "^lib/foodtables/(readers/|raw-table\\.ts$)" },
      to: {
        pathNot:
          "^(lib/(foodtables/(readers/|raw-table\\.ts$)|catalogue/index\\.ts$|nutrition/index\\.ts$|errors\\.ts$)|node_modules/(csv-parse|yauzl|@types/yauzl|@e965/xlsx)/|(node:)?(fs|path|stream)(/|$))",
      },
    },
    {
      name: "readers-have-one-entry",
      comment: "What a publisher's files look like is known to the readers only.",
      severity: "error",
      from: { pathNot: "^lib/foodtables/readers/" },
      to: { path: "^lib/foodtables/readers/", pathNot: "^lib/foodtables/readers/index\\.ts$" },
    },
    {
      name: "files-of-publishers-in-readers",
      comment: "Archives and workbooks of strangers are opened in one room, within its limits.",
      severity: "error",
      from: { pathNot: "^lib/foodtables/readers/" },
      to: { path: "^node_modules/(csv-parse|yauzl|@e965/xlsx)/" },
    },
    {
      name: "db-knows-no-feature",
      comment: "lib/db knows the database, the settings and how an outage is told, not what is kept there.",
      severity: "error",
      from: { path: "^lib/db/" },
      to: { path: "^(lib|app|components|data)/", pathNot: "^lib/(db/|(aead|env|errors|versions)\\.ts$)" },
    },
    {
      name: "stores-hold-the-queries",
      comment:
        "A store (store.ts, or the folder store) is the only code that queries; the rest of a feature calls it.",
      severity: "error",
      from: { pathNot: ["^lib/db/", ...stores] },
      to: { path: "^lib/db/|^node_modules/(@prisma|prisma|better-sqlite3|pg)/" },
    },
    {
      name: "stores-know-little",
      comment:
        "A store turns rows into plain values: the database, versions, the core and its own contracts are enough.",
      severity: "error",
      from: { path: ["^lib/([^/]+)/store(\\.ts$|/)", "^lib/([^/]+)/[^/]+/store\\.ts$"] },
      to: {
        path: "^(lib|data|app|components)/",
        pathNot: "^lib/(db/(index|state)\\.ts$|versions\\.ts$|nutrition/index\\.ts$|$1/)",
      },
    },
    {
      name: "store-is-private",
      comment: "Only a feature's own folder calls its store, so that nothing goes round the access checks.",
      severity: "error",
      from: { path: "^(?:lib/([^/]+)/|(?:app|components|data)/)" },
      to: { path: stores, pathNot: "^lib/$1/" },
    },
    ...features.map((name, height) => ({
      name: `${name}-looks-down`,
      comment: `Features are a ladder (${features.join(" < ")}); each uses lower ones, the core and the food table.`,
      severity: "error",
      from: { path: `^lib/${name}/`, pathNot: "/store(\\.ts$|/)" },
      to: {
        path: "^(lib|data|app|components)/",
        pathNot: `^(lib/(${features.slice(0, height + 1).join("|")}|nutrition|catalogue)/|${ground})`,
      },
    })),
    {
      name: "http-wraps",
      comment:
        "lib/http turns requests into calls; what is called is the route's business. It knows who is asking.",
      severity: "error",
      from: { path: "^lib/http/" },
      to: {
        path: "^(lib|data|app|components)/",
        pathNot: "^lib/((http|access|limits)/|(errors|fields|env|versions)\\.ts$)",
      },
    },
    {
      name: "health-knows-what-must-work",
      comment: "Whether the server can answer: the database and the food table.",
      severity: "error",
      from: { path: "^lib/health/", pathNot: "^lib/health/store\\.ts$" },
      to: { path: "^(lib|data|app|components)/", pathNot: "^lib/(health/|catalogue/load\\.ts$)" },
    },
    {
      name: "ground-knows-the-core",
      comment: "errors, env, fields, versions, format and time stand below everything but the core.",
      severity: "error",
      from: { path: "^lib/([^/]+\\.ts$|(format|time)/)" },
      to: { path: "^(lib|data|app|components)/", pathNot: `^(lib/nutrition/index\\.ts$|${ground})` },
    },
    ...ladder("lib/insights", "insights", [
      "assessment",
      "minerals",
      "alerts",
      "trends",
      "review",
      "day",
      "copy",
    ]),
    {
      name: "insights-rooms-have-entries",
      comment: "Inside insights too, another room is entered by its index or schemas.",
      severity: "error",
      from: { path: "^lib/insights/([^/]+)/" },
      to: { path: "^lib/insights/[^/]+/", pathNot: `^lib/insights/($1/|[^/]+/${entries})` },
    },
    ...ladder(signedIn, "signed-in", ["offline", "food", "diary", "palette", "day", "frame"]),
    {
      name: "offline-knows-contracts",
      comment:
        "What keeps and sends writes runs in pages and in the service worker: contracts, the core and wording are enough.",
      severity: "error",
      from: { path: `^${signedIn}/offline/` },
      to: {
        path: "^(lib|data|app|components)/",
        pathNot: [
          `^${signedIn}/offline/`,
          "^components/ui/",
          "^lib/(nutrition/index|format/index|time/index|versions|insights/copy/client|[^/]+/(schemas|client))\\.ts$",
        ],
      },
    },
    {
      name: "one-database-in-the-browser",
      comment: "What is kept on the device is kept by one room, by account.",
      severity: "error",
      from: { pathNot: `^${signedIn}/offline/` },
      to: { path: "^node_modules/idb/" },
    },
    {
      name: "features-have-one-entry",
      comment:
        "A room of the signed-in area is entered by its index; the palette's search, which recipes use, by its own.",
      severity: "error",
      from: { path: `^${signedIn}/([^/]+)/` },
      to: {
        path: `^${signedIn}/[^/]+/`,
        pathNot: [
          `^${signedIn}/$1/`,
          `^${signedIn}/[^/]+/index\\.ts$`,
          `^${signedIn}/(?:palette/(?:search|meal)|offline/copy|day/local)/index\\.ts$`,
        ],
      },
    },
    {
      name: "features-have-one-entry-for-routes",
      comment: "Routes enter a room of the signed-in area by its index too.",
      severity: "error",
      from: { path: "^app/", pathNot: `^${signedIn}/` },
      to: {
        path: `^${signedIn}/[^/]+/`,
        pathNot: [
          `^${signedIn}/[^/]+/index\\.ts$`,
          `^${signedIn}/(?:palette/(?:search|meal)|offline/copy|day/local)/index\\.ts$`,
        ],
      },
    },
    {
      name: "features-serve-routes",
      comment: "What several routes share does not depend on one of them, but for its server actions.",
      severity: "error",
      from: { path: `^${signedIn}/` },
      to: { path: "^app/\\(app\\)/(?!_features/)", pathNot: "/actions\\.ts$" },
    },
    {
      name: "routes-are-private",
      comment: "What one route shows is its own: what two need belongs to a feature.",
      severity: "error",
      from: { path: "^app/\\(app\\)/([^/_]+)/" },
      to: { path: "^app/\\(app\\)/[^/_]+/.*_components/", pathNot: "^app/\\(app\\)/$1/" },
    },
    {
      name: "through-the-entry",
      comment: "Another room is entered by its index, schemas or client only.",
      severity: "error",
      from: { path: "^lib/([^/]+)/" },
      to: {
        path: "^lib/[^/]+/",
        pathNot: `^lib/($1/|[^/]+/${entries}|db/state\\.ts$|catalogue/(load|encode|dishes|rules/index)\\.ts$)`,
      },
    },
    {
      name: "through-the-entry-from-outside",
      comment: "Routes and components enter a room of lib by its entries.",
      severity: "error",
      from: { path: "^(app|components)/" },
      to: {
        path: "^lib/[^/]+/",
        pathNot: `^lib/([^/]+/${entries}|catalogue/load\\.ts$|insights/copy/client\\.ts$)`,
      },
    },
    {
      name: "client-is-light",
      comment: "Every page loads what client.ts leads to; zod is a sixth of what a page may weigh.",
      severity: "error",
      from: { path: "^lib/[^/]+/client\\.ts$" },
      to: { path: "^node_modules/zod/", reachable: true },
    },
    {
      name: "not-its-own-entry",
      comment: "Inside a room one takes the thing itself: its own index would lead round in a circle.",
      severity: "error",
      from: { path: "^((?:lib|components)/[^/]+)/", pathNot: "^(lib|components)/[^/]+/index\\.tsx?$" },
      to: { path: "^$1/index\\.tsx?$" },
    },
    {
      name: "data-is-below",
      comment:
        "Curated tables depend on the core's types at most; building them knows the food table's format.",
      severity: "error",
      from: { path: "^data/" },
      to: { path: "^(lib|app|components)/", pathNot: "^lib/(nutrition/index\\.ts$|catalogue/)" },
    },
    {
      name: "components-show",
      comment: "Components show what they are given: the core's types, the wording of amounts, contracts.",
      severity: "error",
      from: { path: "^components/" },
      to: {
        path: "^(lib|data|app)/",
        pathNot: "^lib/(nutrition/index\\.ts$|format/index\\.ts$|[^/]+/(schemas|client)\\.ts$)",
      },
    },
    {
      name: "ui-has-no-words",
      comment: "Primitives know nothing of food: not lib, and no component that does.",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: "^(lib|data|app)/|^components/(?!ui/)" },
    },
    {
      name: "charts-draw",
      comment: "recharts is replaced in one place, and loaded only where a chart is.",
      severity: "error",
      from: { pathNot: "^components/charts/" },
      to: { path: "^node_modules/(recharts|d3-[^/]+|victory-vendor)/" },
    },
    {
      name: "app-calls-features",
      comment: "Routes parse, call one function and render: no tables, no settings, no database.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^(data/|lib/(db/|env\\.ts$))" },
    },
    {
      name: "shipped-code-only",
      comment: "Tests, scripts and builders of tables are not part of the application.",
      severity: "error",
      from: { path: "^(app|components|lib)/" },
      to: { path: "^(tests|scripts|data/(build|sources))/" },
    },
    {
      name: "installed-for-running",
      comment: "What runs in production is in dependencies.",
      severity: "error",
      from: { path: "^(app|components|lib)/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], pathNot: "^node_modules/@types/" },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^(tests|scripts)/"] },
    exclude: { path: "^lib/db/generated/|\\.css$|^\\.next/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
