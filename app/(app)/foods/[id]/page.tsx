import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { StarButton } from "@/app/(app)/_features/diary";
import { foodIdParam, foodPath, orNotFound } from "@/app/(app)/_features/food";
import { DeleteButton } from "@/components/forms/delete-button";
import { PageHeader } from "@/components/layout/page-header";
import { FoodTag } from "@/components/nutrition/food-tag";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Table, Td, Th } from "@/components/ui/table";
import { readFood } from "@/lib/foods";
import { formatAmount, formatGrams } from "@/lib/format";
import { requireViewer } from "@/lib/http";
import { getProfile, getTargets, safetyGates } from "@/lib/profile";
import { today } from "@/lib/time";
import { DishCard } from "../_components/dish-card";
import { EstimateCard } from "../_components/estimate-card";
import { FoodDetail } from "../_components/food-detail";
import { Provenance } from "../_components/provenance";
import { removeFood } from "../actions";

type Props = PageProps<"/foods/[id]">;

const load = async ({ params }: Props) => {
  const viewer = await requireViewer();
  const id = foodIdParam((await params).id);
  return { viewer, food: await orNotFound(readFood(viewer, viewer.userId, id)) };
};

export const generateMetadata = async (props: Props): Promise<Metadata> => ({
  title: (await load(props)).food.name,
});

const CONFIDENCE = { high: "well known", medium: "fairly well known", low: "poorly known" } as const;

export default async function FoodPage(props: Props) {
  const { viewer, food } = await load(props);
  const [profile, targets] = await Promise.all([
    getProfile(viewer, viewer.userId),
    getTargets(viewer, viewer.userId),
  ]);
  if (food.source === "recipe") redirect(foodPath(food.id));
  const { hideScores } = safetyGates(profile, today(profile.timeZone));
  const own = food.source === "own";
  const band = food.phytateBand;
  return (
    <>
      <PageHeader
        title={food.name}
        detail={
          own ? (
            <span className="flex items-center gap-2">
              <FoodTag kind="own" />
              {food.barcode !== null && <span>Barcode {food.barcode}</span>}
            </span>
          ) : food.dish ? (
            <FoodTag kind="dish" />
          ) : (
            `${food.table === null ? "" : `${food.table} · `}${food.group}`
          )
        }
        actions={
          <>
            <StarButton food={food.id} name={food.name} />
            <ButtonLink href={`/today?log=${encodeURIComponent(food.id)}`}>Log this food</ButtonLink>
            {own && (
              <>
                <ButtonLink href={`${foodPath(food.id)}/edit`}>Edit</ButtonLink>
                <DeleteButton name={food.name} remove={removeFood.bind(null, { id: food.id })} then="/foods">
                  What you logged of it stays in your diary, with its amounts. The food itself cannot be
                  brought back.
                </DeleteButton>
              </>
            )}
          </>
        }
      />
      <FoodDetail
        food={food}
        targets={
          hideScores
            ? null
            : Object.fromEntries(targets.items.map(({ mineral, target }) => [mineral, target]))
        }
        hideEnergy={hideScores}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-2 phone:gap-3.5">
        <Card aria-labelledby="portions">
          <CardHeader id="portions" title="Portions" />
          <div className="px-5 pt-1 pb-4 phone:px-4">
            {food.portions.length === 0 ? (
              <p className="pt-2 text-13 text-ink-2">No household measures are known; weigh it.</p>
            ) : (
              <Table caption="Household measures" hideCaption>
                <thead>
                  <tr>
                    <Th>Measure</Th>
                    <Th numeric>Weight</Th>
                  </tr>
                </thead>
                <tbody>
                  {food.portions.map(({ id, label, grams }) => (
                    <tr key={id}>
                      <Th scope="row">{label}</Th>
                      <Td numeric>{formatGrams(grams)}</Td>
                    </tr>
                  ))}
                </tbody>
              </Table>
            )}
          </div>
        </Card>
        <Card aria-labelledby="phytate">
          <CardHeader id="phytate" title="Phytate" />
          <div className="grid gap-2 px-5 pt-2 pb-4 text-13 text-ink-2 phone:px-4">
            {band === null ? (
              <p>How much phytate this food holds is not known{own ? " unless you enter it" : ""}.</p>
            ) : (
              <>
                <p className="text-14 text-ink">
                  {formatAmount("phytate", band.low)} to {formatAmount("phytate", band.high)} in 100 g,
                  typically {formatAmount("phytate", band.typical)}; {CONFIDENCE[band.confidence]}.
                </p>
                <p>{food.provenance.find(({ nutrient }) => nutrient === "phytate")?.note}</p>
              </>
            )}
            <p>
              Phytate, of bran, seeds and pulses, holds back some of the zinc and iron eaten with it. That is
              no reason to leave such food out: it is rich in minerals all the same. Targets here are not
              changed for it.
            </p>
          </div>
        </Card>
      </div>
      {food.dish && <DishCard id={food.id} dish={food.dish} />}
      {food.estimate && <EstimateCard estimate={food.estimate} />}
      <Provenance rows={food.provenance} own={own} label={food.label} table={food.tableInfo} />
    </>
  );
}
