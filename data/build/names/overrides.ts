/** Names for foods whose short description is cut off or mangled beyond any rule, read one by one. */
export const OVERRIDES: Readonly<Record<string, string>> = {};
