import { ShareChart } from "@/components/charts/share-chart";
import { Card, CardBody } from "@/components/ui/card";
import { Note } from "@/components/ui/note";
import { countNoun } from "@/lib/format";
import type { TrendFoodsView } from "@/lib/insights/schemas";
import { refinedWords } from "./trend-words";

/** How much of the energy comes from refined grains, sugars and sweets, as far as the foods tell. */
export const RefinedCard = ({ refined }: Pick<TrendFoodsView, "refined">) => (
  <Card aria-labelledby="refined">
    <CardBody>
      <h2 id="refined" className="font-semibold text-15 tracking-[-0.006em]">
        Refined grains, sugars and sweets
      </h2>
      {refined === null ? (
        <p className="mt-1 text-13 text-ink-2">No day that counts has a food with known energy.</p>
      ) : (
        <>
          <p className="mt-1 mb-3 text-13 text-ink-2">
            <span className="font-medium text-ink">{refinedWords(refined)}</span> over{" "}
            {countNoun(refined.days, "day")} that count. White flour and rice, what is baked from them, sugar,
            sweets and sweet drinks: they bring energy with little of the six minerals.
          </p>
          <ShareChart
            title="Share of the food energy"
            parts={[
              { name: "White flour, rice and pasta", share: refined.byKind["refined-grain"], look: "solid" },
              { name: "Sugar and sweets", share: refined.byKind["sugar-or-sweet"], look: "solid" },
              { name: "Sweet drinks", share: refined.byKind["sweet-drink"], look: "solid" },
              { name: "Other food", share: refined.other, look: "empty" },
              { name: "Not known", share: refined.unknown, look: "unknown" },
            ]}
          />
          {refined.unknownNames.length > 0 && (
            <Note className="mt-2.5">
              Not known: your own foods, and mixed dishes whose flour or sugar nobody states. Most of it comes
              from {refined.unknownNames.join("; ")}.
            </Note>
          )}
          {refined.withoutEnergy > 0 && (
            <p className="mt-1.5 text-12 text-ink-3">
              {countNoun(refined.withoutEnergy, "food")} without a stated energy are in no share.
            </p>
          )}
        </>
      )}
    </CardBody>
  </Card>
);
