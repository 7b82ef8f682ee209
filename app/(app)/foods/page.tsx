import { Plus, Search } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { FoodsNav, WaitingFoods } from "@/app/(app)/_features/food";
import { PageHeader } from "@/components/layout/page-header";
import { FoodTag } from "@/components/nutrition/food-tag";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { TextInput } from "@/components/ui/inputs";
import { EmptyState } from "@/components/ui/placeholders";
import { namesWithoutValues } from "@/lib/diary";
import { searchFoods } from "@/lib/foods";
import { type FoodSummary, isTheirs } from "@/lib/foods/schemas";
import { countNoun, formatGrams, joinList } from "@/lib/format";
import { requireViewer } from "@/lib/http";
import { foodPath } from "../_features/food";

export const metadata: Metadata = { title: "Foods" };

const LIMIT = 50;
const LONGEST = 200;

const FoodRow = ({
  food: { id, name, group, source, table, portions, twins = [] },
}: {
  food: FoodSummary;
}) => {
  const [portion] = portions;
  return (
    <li className="border-line border-t first:border-t-0">
      <Link
        href={foodPath(id)}
        className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-5 py-2.5 no-underline hover:bg-hover phone:px-4 phone:py-3"
      >
        <span className="wrap-anywhere font-medium">{name}</span>
        {source === "own" && <FoodTag kind="own" />}
        {source === "recipe" && <FoodTag kind="recipe" />}
        {source === "dish" && <FoodTag kind="dish" />}
        <span className="wrap-anywhere text-13 text-ink-2 md:ml-auto">
          {isTheirs(id) ? "" : `${table === null ? "" : `${table} · `}${group} · `}
          {portion ? `${portion.label}, ${formatGrams(portion.grams)}` : "by weight"}
        </span>
      </Link>
      {twins.length > 0 && (
        <details className="px-5 pb-2.5 text-13 phone:px-4">
          <summary className="w-fit cursor-pointer text-ink-2 phone:py-3">
            Also in {joinList(twins.map((twin) => twin.table))}
          </summary>
          <ul>
            {twins.map((twin) => (
              <li key={twin.id}>
                <Link href={foodPath(twin.id)} className="link phone:inline-block phone:py-3">
                  {twin.name}
                </Link>{" "}
                <span className="text-ink-2">{twin.table}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
};

const found = (count: number): string => (count === LIMIT ? `the best ${LIMIT}` : countNoun(count, "food"));

export default async function FoodsPage({ searchParams }: PageProps<"/foods">) {
  const viewer = await requireViewer();
  const asked = (await searchParams).q;
  const q = (typeof asked === "string" ? asked : "").toWellFormed().slice(0, LONGEST).trim();
  // Without a search, own foods only: recipes have their own list.
  const [foods, names] = await Promise.all([
    searchFoods(viewer, viewer.userId, {
      q,
      limit: LIMIT,
      ...(q === "" && { source: "own" as const }),
    }),
    namesWithoutValues(viewer, viewer.userId),
  ]);
  const create = `/foods/new${q === "" ? "" : `?name=${encodeURIComponent(q)}`}`;
  return (
    <>
      <PageHeader
        title="Foods"
        actions={
          <ButtonLink href="/foods/new">
            <Plus size={16} strokeWidth={1.75} aria-hidden />
            New food
          </ButtonLink>
        }
      />
      <FoodsNav current="/foods" />
      {names.length > 0 && (
        <p className="text-13">
          <Link href="/diary/without-values" className="link">
            {countNoun(
              names.reduce((sum, { entries }) => sum + entries, 0),
              "entry",
              "entries",
            )}{" "}
            without values
          </Link>
        </p>
      )}
      <search>
        <form action="/foods" className="flex gap-2">
          <TextInput
            type="search"
            name="q"
            defaultValue={q}
            key={q}
            maxLength={LONGEST}
            aria-label="Find a food"
            placeholder="Banana, cooked lentils, kefir"
            autoComplete="off"
          />
          <Button type="submit" variant="primary" className="h-10! phone:h-11!">
            <Search size={16} strokeWidth={1.75} aria-hidden />
            Find
          </Button>
        </form>
      </search>
      <Card aria-labelledby="found">
        <CardHeader
          id="found"
          title={q === "" ? "Your foods" : `“${q}”`}
          detail={q === "" && foods.length === 0 ? undefined : found(foods.length)}
          className="pb-3"
        />
        <WaitingFoods list="foods" />
        {foods.length > 0 ? (
          <ul className="border-line border-t">
            {foods.map((food) => (
              <FoodRow key={food.id} food={food} />
            ))}
          </ul>
        ) : (
          <EmptyState
            title={q === "" ? "No foods of your own yet" : "Nothing is called that"}
            action={<ButtonLink href={create}>{q === "" ? "New food" : `Make a food “${q}”`}</ButtonLink>}
          >
            {q === ""
              ? "What you type in from a label appears here. The food table itself is searched above."
              : "Try a plainer word, or type the food in from its label."}
          </EmptyState>
        )}
      </Card>
    </>
  );
}
