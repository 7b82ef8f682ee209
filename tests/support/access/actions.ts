/// <reference types="vitest/importMeta" />
import type { ActionResult } from "@/lib/http";

type Action = (input: unknown) => Promise<ActionResult<unknown> | undefined>;

const ROOT = "../../../app/";
const MARK = /["']use server["']/;
const sources = import.meta.glob<string>("../../../{app,components,lib}/**/*.{ts,tsx}", {
  query: "?raw",
  import: "default",
});
const files = import.meta.glob<Record<string, Action>>("../../../app/**/*.{ts,tsx}");

/**
 * Every server action by its file and name: each export of every file that says "use server".
 * @throws where a file says it elsewhere than in its first line, so that one inside a function is not overlooked.
 */
export const serverActions = async (): Promise<Map<string, Action>> => {
  const actions = new Map<string, Action>();
  for (const [file, load] of Object.entries(sources)) {
    const source = await load();
    if (!MARK.test(source)) continue;
    const module = await files[file]?.();
    if (!module || !MARK.test(source.split("\n")[0] ?? ""))
      throw new Error(`${file} has actions that are not listed.`);
    for (const [name, action] of Object.entries(module))
      actions.set(`${file.slice(ROOT.length).replace(/\.tsx?$/, "")}#${name}`, action);
  }
  return actions;
};
