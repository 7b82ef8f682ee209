// @vitest-environment jsdom
import { render } from "@testing-library/react";
import type { LucideIcon } from "lucide-react";
import * as lucide from "lucide-react";
import { expect, it } from "vitest";
import * as drawn from "@/components/ui/drawn-icons";

/** The attributes of an element, but for the classes that lucide adds. */
const attributesOf = (element: Element): Record<string, string> =>
  Object.fromEntries(
    [...element.attributes]
      .filter(({ name }) => name !== "class")
      .map(({ name, value }): [string, string] => [name, value])
      .sort(([one], [other]) => one.localeCompare(other)),
  );

const drawingOf = (icon: React.ReactElement) => {
  const { container } = render(icon);
  const svg = container.querySelector("svg");
  if (svg === null) throw new Error("No drawing");
  return [svg, ...svg.children].map((element) => ({ tag: element.tagName, ...attributesOf(element) }));
};

const originals = new Map<string, unknown>(Object.entries(lucide));

it.each(Object.entries(drawn))("%s is drawn as lucide draws it", (name, Drawn) => {
  const Original = originals.get(name) as LucideIcon;
  expect(drawingOf(<Drawn size={18} strokeWidth={1.75} aria-hidden />)).toEqual(
    drawingOf(<Original size={18} strokeWidth={1.75} aria-hidden />),
  );
});
