import {
  BookOpen,
  CalendarRange,
  ChartNoAxesColumn,
  CircleUserRound,
  Inbox,
  LayoutList,
  Menu,
  Pill,
  Plus,
  Settings,
  Soup,
} from "@/components/ui/drawn-icons";

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
  log: Plus,
  more: Menu,
};

export type NavIconName = keyof typeof ICONS;

/** A sign of the navigation. */
export const NavIcon = ({ name, size = 16 }: { name: NavIconName; size?: number }) => {
  const Icon = ICONS[name];
  return <Icon size={size} strokeWidth={1.75} className="flex-none" aria-hidden />;
};
