import { Hallmark } from "@/components/nutrition/hallmark";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Table, Td, Th } from "@/components/ui/table";
import { loadCatalogue } from "@/lib/catalogue/load";
import { capitalise, formatAmount, formatShare } from "@/lib/format";
import { MINERALS, NUTRIENTS, PREPARATIONS, type PreparationKind, RED_FLAGS } from "@/lib/nutrition";
import type { Lesson } from "./lesson";

/** Each grain whole and refined, without anything added back: SR28's own numbers. */
const PAIRS = [
  { title: "Wheat flour", whole: "ndb:20080", refined: "ndb:20481" },
  { title: "Rice, long-grain, raw", whole: "ndb:20036", refined: "ndb:20444" },
] as const;

const Milling = () => {
  const catalogue = loadCatalogue();
  const foods = PAIRS.map(({ title, whole, refined }) => ({
    title,
    whole: catalogue.food(whole),
    refined: catalogue.food(refined),
  }));
  return (
    <Card aria-labelledby="milling">
      <CardHeader id="milling" title="Whole and refined, in 100 g" detail="from Assay's own food table" />
      <CardBody>
        <Table caption="Minerals in 100 g of whole and refined grain, nothing added back" hideCaption>
          <thead>
            <tr>
              <Th>Mineral</Th>
              {foods.flatMap(({ title }) => [
                <Th key={`${title} whole`} numeric>
                  {title}, whole
                </Th>,
                <Th key={`${title} refined`} numeric>
                  refined
                </Th>,
              ])}
            </tr>
          </thead>
          <tbody>
            {MINERALS.map((mineral) => (
              <tr key={mineral}>
                <Th scope="row" className="whitespace-nowrap">
                  <span className="inline-flex items-center gap-2">
                    <Hallmark mineral={mineral} size={20} />
                    {NUTRIENTS[mineral].label}
                  </span>
                </Th>
                {foods.flatMap(({ title, whole, refined }) => [
                  <Td key={`${title} whole`} numeric className="whitespace-nowrap">
                    {formatAmount(mineral, whole?.per100g[mineral] ?? null)}
                  </Td>,
                  <Td key={`${title} refined`} numeric className="whitespace-nowrap">
                    {formatAmount(mineral, refined?.per100g[mineral] ?? null)}
                  </Td>,
                ])}
              </tr>
            ))}
          </tbody>
        </Table>
      </CardBody>
    </Card>
  );
};

const FOODS: { readonly [K in PreparationKind]: string } = {
  pulse: "beans, peas and lentils",
  soybean: "soybeans",
  "whole-grain": "whole grains",
  pasta: "pasta",
  "whole-flour": "wholemeal flour",
  "whole-bread": "wholemeal bread, in place of one made with yeast",
  "nut-or-seed": "nuts and seeds",
  "starchy-root": "starchy roots such as cassava",
  vegetable: "vegetables",
};

/** "Beans, peas and lentils; soybeans". */
const listExampleFoods = (kinds: readonly PreparationKind[]): string =>
  capitalise(kinds.map((kind) => FOODS[kind]).join("; "));

const Preparations = () => (
  <Card aria-labelledby="preparations">
    <CardHeader id="preparations" title="What preparation leaves of the phytate" />
    <CardBody>
      <Table caption="Share of the phytate that is left" hideCaption>
        <thead>
          <tr>
            <Th>Preparation</Th>
            <Th>Of</Th>
            <Th numeric>Typically left</Th>
            <Th numeric>Between</Th>
            <Th>Confidence</Th>
          </tr>
        </thead>
        <tbody>
          {PREPARATIONS.map(({ id, label, kinds, phytate, confidence }) => (
            <tr key={id}>
              <Th scope="row">{label}</Th>
              <Td className="min-w-48 text-13 text-ink-2">{listExampleFoods(kinds)}</Td>
              <Td numeric>{formatShare(phytate.typical)}</Td>
              <Td numeric className="whitespace-nowrap">
                {formatShare(phytate.low)} – {formatShare(phytate.high)}
              </Td>
              <Td>{confidence}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="pt-3 text-13 text-ink-2">
        Choose the preparation when you log a food, or later in its menu: the phytate of that entry follows.
      </p>
    </CardBody>
  </Card>
);

const RedFlags = () => (
  <Card aria-labelledby="red-flags">
    <CardBody>
      <h2 id="red-flags" className="mb-2 font-semibold text-15 tracking-[-0.006em]">
        When to see a doctor
      </h2>
      <p className="max-w-[76ch] text-14 text-ink-2">{RED_FLAGS.text}</p>
    </CardBody>
  </Card>
);

/** What belongs to one lesson alone. */
export const LessonExtra = ({ extra }: { extra: Lesson["extra"] }) => {
  switch (extra) {
    case "milling":
      return <Milling />;
    case "preparations":
      return <Preparations />;
    case "red-flags":
      return <RedFlags />;
    default:
      return null;
  }
};
