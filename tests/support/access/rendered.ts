import { isValidElement, type ReactNode } from "react";

type Component = (props: unknown) => ReactNode | Promise<ReactNode>;

/**
 * Every text of a page: what its server components show and what they hand to the components of the browser, which is
 * sent there whether it is shown or not. Those of the browser use hooks, which fail without a renderer.
 */
export const renderedTexts = async (given: unknown): Promise<string> => {
  const texts: string[] = [];
  const known = new Set<object>();
  const walk = async (value: unknown): Promise<void> => {
    const node = await value;
    if (typeof node === "string" || typeof node === "number") texts.push(String(node));
    if (typeof node !== "object" || node === null || known.has(node)) return;
    known.add(node);
    if (isValidElement(node)) {
      const { type, props } = node as { type: unknown; props: Record<string, unknown> };
      await walk(props);
      if (typeof type !== "function") return;
      const component = type as Component;
      // What is asynchronous is a server component, and must not fail.
      if (component.constructor.name === "AsyncFunction") return walk(component(props));
      let shown: unknown = null;
      try {
        shown = component(props);
      } catch {
        return;
      }
      return walk(shown);
    }
    const parts = node instanceof Map ? [...node.entries()] : Object.values(node);
    for (const part of parts) await walk(part);
  };
  await walk(given);
  return texts.join("\n");
};
