/** What is told of a food by its English name, group and composition: contents, oxalate, phytate. For building tables. */
export { installedPhytateOf, type PhytateTable, phytateOf, readPhytate } from "./phytate";
export { traitsOf } from "./traits";
