import {
  BookOpen,
  CalendarRange,
  ChartNoAxesColumn,
  CircleUserRound,
  Inbox,
  LayoutList,
  Pill,
  Settings,
  Soup,
} from "lucide-react";

const ICONS = {
  today: LayoutList,
  trends: ChartNoAxesColumn,
  foods: Soup,
  supplements: Pill,
  alerts: Inbox,
  review: CalendarRange,
  learn: BookOpen,
  settings: Settings,
  person: CircleUserRound,
};

export type NavIconName = keyof typeof ICONS;

/** The sign of a place. Drawn by the server alone, so that no page loads the icons as script. */
export const NavIcon = ({ name, size = 16 }: { name: NavIconName; size?: number }) => {
  const Icon = ICONS[name];
  return <Icon size={size} strokeWidth={1.75} className="flex-none" aria-hidden />;
};
