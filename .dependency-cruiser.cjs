// Who may import whom. The table and its reasons: docs/architecture.md. Type-only imports count: they tie two
// rooms together as much as others do. tests/architecture plants a violation of every rule and sees it caught.
//
// A room is a folder of lib/. Its doors are index.ts (the server's), schemas.ts (its contracts; the browser takes
// their types), plain.ts (what the browser takes beside types) and, for the food table, load.ts (which reads it from
// the disk).

/** From low to high; each may use those before it. */
const features = ["access", "foods", "profile", "diary", "insights", "notices", "care", "transfer"];

const doors = "(index|schemas|plain)\\.tsx?$";

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
          "^(lib/catalogue/|lib/nutrition/index\\.ts|data/(generated|reference)/|node_modules/(minisearch|server-only)/|(node:)?(fs|path|zlib|crypto|url)(/|$))",
      },
    },
    {
      name: "db-knows-no-feature",
      comment: "lib/db knows the database and the settings, not what is kept there.",
      severity: "error",
      from: { path: "^lib/db/" },
      to: { path: "^(lib|app|components|data)/", pathNot: "^lib/(db/|env\\.ts$)" },
    },
    {
      name: "stores-hold-the-queries",
      comment: "lib/*/store.ts is the only code that queries; the rest of a feature calls its store.",
      severity: "error",
      from: { pathNot: "^lib/(db/|[^/]+/store\\.ts$)" },
      to: { path: "^lib/db/|^node_modules/(@prisma|prisma|better-sqlite3|pg)/" },
    },
    {
      name: "stores-know-little",
      comment:
        "A store turns rows into plain values: the database, the core and its own contracts are enough.",
      severity: "error",
      from: { path: "^lib/([^/]+)/store\\.ts$" },
      to: {
        path: "^(lib|data|app|components)/",
        pathNot: "^lib/(db/(index|state)\\.ts$|nutrition/index\\.ts$|$1/[^/]+$)",
      },
    },
    {
      name: "store-is-private",
      comment: "Only a feature's own folder calls its store, so that nothing goes round the access checks.",
      severity: "error",
      from: { path: "^(?:lib/([^/]+)/|(?:app|components|data)/)" },
      to: { path: "^lib/[^/]+/store\\.ts$", pathNot: "^lib/$1/store\\.ts$" },
    },
    ...features.map((name, height) => ({
      name: `${name}-looks-down`,
      comment: `Features are a ladder (${features.join(" < ")}); each uses lower ones, the core and the food table.`,
      severity: "error",
      from: { path: `^lib/${name}/`, pathNot: "/store\\.ts$" },
      to: {
        path: "^(lib|data|app|components)/",
        pathNot: `^lib/((${features.slice(0, height + 1).join("|")}|nutrition|catalogue)/|(errors|fields|format|env)\\.ts$)`,
      },
    })),
    {
      name: "http-wraps",
      comment:
        "lib/http turns requests into calls; what is called is the route's business. It knows who is asking.",
      severity: "error",
      from: { path: "^lib/http/" },
      to: { path: "^(lib|data|app|components)/", pathNot: "^lib/((http|access)/|(errors|fields|env)\\.ts$)" },
    },
    {
      name: "lib-files-are-ground",
      comment: "errors, env, fields and format stand below everything but the core.",
      severity: "error",
      from: { path: "^lib/[^/]+\\.ts$" },
      to: { path: "^(lib|data|app|components)/", pathNot: "^lib/(nutrition/index\\.ts$|[^/]+\\.ts$)" },
    },
    {
      name: "through-the-door",
      comment: "Another room is entered by its index or schemas, not through a wall.",
      severity: "error",
      from: { path: "^lib/([^/]+)/" },
      to: { path: "^lib/[^/]+/", pathNot: `^lib/($1/|[^/]+/${doors}|db/state\\.ts$|catalogue/load\\.ts$)` },
    },
    {
      name: "through-the-door-from-outside",
      comment: "Routes and components enter a room of lib by its doors.",
      severity: "error",
      from: { path: "^(app|components)/" },
      to: { path: "^lib/[^/]+/", pathNot: `^lib/([^/]+/${doors}|catalogue/load\\.ts$)` },
    },
    {
      name: "plain-is-light",
      comment: "Every page loads what plain.ts leads to; zod is a sixth of what a page may weigh.",
      severity: "error",
      from: { path: "^lib/[^/]+/plain\\.ts$" },
      to: { path: "^node_modules/zod/", reachable: true },
    },
    {
      name: "not-its-own-door",
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
        pathNot: "^lib/(nutrition/index\\.ts$|format\\.ts$|[^/]+/(schemas|plain)\\.ts$)",
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
