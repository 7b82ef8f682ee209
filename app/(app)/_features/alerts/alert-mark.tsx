import { Hallmark } from "@/components/nutrition/hallmark";
import { CircleDashed, Filter, Link2, OctagonAlert, Puzzle, TrendingDown } from "@/components/ui/drawn-icons";
import { Tag } from "@/components/ui/tag";
import type { AlertType, AlertView } from "@/lib/insights/schemas";
import { getAlertKind, getAlertMineral } from "./alert-words";

const TAGS: {
  readonly [K in AlertType]: { label: string; icon: typeof Filter; tone: "low" | "over" | "plain" };
} = {
  intake: { label: "Intake", icon: TrendingDown, tone: "low" },
  limit: { label: "Upper limit", icon: OctagonAlert, tone: "over" },
  day: { label: "One day", icon: OctagonAlert, tone: "over" },
  absorption: { label: "Absorption", icon: Filter, tone: "plain" },
  pairing: { label: "Pairing", icon: Link2, tone: "plain" },
  data: { label: "Data", icon: CircleDashed, tone: "plain" },
};

/** What kind of alert it is, in a word. */
export const KindTag = ({ alert }: { alert: Pick<AlertView, "rule"> }) => {
  const { label, icon: Icon, tone } = TAGS[getAlertKind(alert)];
  return (
    <Tag tone={tone} icon={<Icon aria-hidden />}>
      {label}
    </Tag>
  );
};

/** The mineral's mark, or that of the kind where it is about several. */
export const AlertMark = ({
  alert,
  size,
}: {
  alert: Pick<AlertView, "rule" | "nutrient">;
  size: 28 | 44;
}) => {
  const mineral = getAlertMineral(alert);
  if (mineral !== null) return <Hallmark mineral={mineral} size={size} />;
  const Icon = getAlertKind(alert) === "data" ? Puzzle : TAGS[getAlertKind(alert)].icon;
  return (
    <span
      className="grid flex-none place-content-center rounded-[7px] bg-sunken text-ink-2"
      style={{ width: size, height: size }}
    >
      <Icon size={size === 28 ? 16 : 22} strokeWidth={1.75} aria-hidden />
    </span>
  );
};
