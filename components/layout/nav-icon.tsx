import * as bookOpen from "lucide-react/icons/book-open";
import * as calendarRange from "lucide-react/icons/calendar-range";
import * as chartNoAxesColumn from "lucide-react/icons/chart-no-axes-column";
import * as circleUserRound from "lucide-react/icons/circle-user-round";
import * as inbox from "lucide-react/icons/inbox";
import * as layoutList from "lucide-react/icons/layout-list";
import * as menu from "lucide-react/icons/menu";
import * as pill from "lucide-react/icons/pill";
import * as plus from "lucide-react/icons/plus";
import * as settings from "lucide-react/icons/settings";
import * as soup from "lucide-react/icons/soup";
import { createElement } from "react";

const ICONS = {
  today: layoutList,
  trends: chartNoAxesColumn,
  foods: soup,
  supplements: pill,
  alerts: inbox,
  review: calendarRange,
  learn: bookOpen,
  settings,
  person: circleUserRound,
  log: plus,
  more: menu,
};

export type NavIconName = keyof typeof ICONS;

/** A drawing of lucide as its modules hold it beside the component; `tests/unit/components/layout.test.tsx` compares the two. */
type Drawing = { readonly __iconData: { readonly name: string; readonly node: readonly [string, object][] } };

/**
 * A sign of the navigation, as lucide draws it. Lucide's own components run in the browser also where the server has
 * drawn them; these do not, so that no page loads them for its frame.
 */
export const NavIcon = ({ name, size = 16 }: { name: NavIconName; size?: number }) => {
  const { __iconData: drawing } = ICONS[name] as unknown as Drawing;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      className="flex-none"
      aria-hidden
    >
      {drawing.node.map(([tag, { key, ...shape }]: [string, { key?: string }]) =>
        createElement(tag, { key, ...shape }),
      )}
    </svg>
  );
};
