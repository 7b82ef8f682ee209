import { createElement, type SVGProps } from "react";

/** What an icon is made of: elements of SVG and their attributes, on a square of 24 units. */
type Shapes = readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];

type DrawnIconProps = SVGProps<SVGSVGElement> & { readonly size?: number };

/**
 * An icon that needs no script where the server has drawn it. Lucide's own components run in the browser also there, so
 * a page that has one loads their code (docs/decisions/021-javascript-budget.md).
 */
export const drawn =
  (shapes: Shapes) =>
  ({ size = 24, strokeWidth = 2, ...rest }: DrawnIconProps) => (
    // biome-ignore lint/a11y/noSvgWithoutTitle: who uses it hides it or names it, as with lucide's own
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={strokeWidth}
      strokeLinecap="round"
      strokeLinejoin="round"
      {...rest}
    >
      {shapes.map(([tag, attributes]) =>
        createElement(tag, { key: JSON.stringify(attributes), ...attributes }),
      )}
    </svg>
  );
