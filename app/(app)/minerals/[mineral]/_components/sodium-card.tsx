import { SecondLineList } from "@/components/nutrition/second-line";
import { meanText } from "@/components/nutrition/second-line-words";
import { Card, CardHeader } from "@/components/ui/card";
import { countNoun } from "@/lib/format";
import type { MineralPage } from "@/lib/insights";

/** Sodium beside potassium: the mean a day of the days that count, next to its adequate intake and CDRR. */
export const SodiumCard = async ({ page: { sodium: read, period } }: { page: MineralPage }) => {
  const sodium = await read;
  if (sodium === null) return null;
  return (
    <Card aria-labelledby="sodium">
      <CardHeader
        id="sodium"
        title="Sodium beside it"
        detail={`average a day, ${countNoun(period, "day")}`}
      />
      <div className="px-5 pt-1 pb-4 phone:px-4">
        <SecondLineList items={[meanText(sodium)]} />
        <p className="text-12 text-ink-3">
          Salt added at the table or in cooking counts only where it is logged.
          {sodium.note !== null && ` ${sodium.note}`}
          {sodium.source !== null && ` ${sodium.source}`}
        </p>
      </div>
    </Card>
  );
};
