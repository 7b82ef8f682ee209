// npm run boundaries: checks who imports whom (.dependency-cruiser.cjs). dependency-cruiser reads TypeScript with
// the compiler's JavaScript interface, which TypeScript 7 does not have; here it is given that of TypeScript 6
// (installed as typescript-js). Its other reader of TypeScript, swc, cannot read .tsx files.
import { Module, register } from "node:module";

const instead = (/** @type {string} */ name) => name.replace(/^typescript(?=\/|$)/, "typescript-js");

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => resolveFilename(instead(request), ...rest);
register(
  `data:text/javascript,${encodeURIComponent(
    `const instead = ${instead}; export const resolve = (name, context, next) => next(instead(name), context);`,
  )}`,
);

if (process.argv.length === 2)
  process.argv.push("app", "components", "lib", "data", "--config", ".dependency-cruiser.cjs");
await import("../node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
