import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { viewerGates } from "@/app/(app)/_features/server";
import { SafetyFooter } from "@/app/(app)/_features/shell";
import { PrintFrame } from "@/components/layout/page-header";
import { PrintButton } from "@/components/layout/print-button";
import { ClaimText } from "@/components/nutrition/claim-text";
import { Hallmark } from "@/components/nutrition/hallmark";
import { LeftOut } from "@/components/nutrition/left-out";
import { Card } from "@/components/ui/card";
import { requireViewer } from "@/lib/http";
import { bestSources } from "@/lib/insights";
import { type BestSourcesView, type SourceNoteView, sourcesQuery } from "@/lib/insights/schemas";
import { claimsFor, type Gates, isMineral, type Mineral, NUTRIENTS, SOURCE_ORDERS } from "@/lib/nutrition";
import { NotOffered } from "../_components/best-sources-card";
import { SourceParts } from "../_components/source-row";
import { basisWords, nothingWords, ORDER_LABELS, targetWords } from "../_components/source-words";
import { LinkChoice } from "./_components/link-choice";
import { SourceTable } from "./_components/source-table";

const SHOWN = 50;

type Props = {
  params: Promise<{ mineral: string }>;
  searchParams: Promise<{ by?: string | string[]; group?: string | string[] }>;
};

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { mineral } = await params;
  return {
    title: isMineral(mineral) ? `Sources of ${NUTRIENTS[mineral].label.toLowerCase()}` : "No such mineral",
  };
};

/** The statements of the evidence table behind the notes of a list. */
const getClaimIds = (mineral: Mineral, codes: ReadonlySet<SourceNoteView["code"]>): string[] => [
  ...(codes.has("calcium-bound") ? ["calcium-oxalate"] : []),
  ...(codes.has("phytate") ? [mineral === "iron" ? "phytate-iron" : "phytate-zinc"] : []),
  ...(codes.has("selenium-varies") ? ["selenium-brazil-nuts"] : []),
];

/** The foods that hold most of a mineral, of those the person eats: by portion or energy, all groups or one. */
export default async function SourcesPage({ params, searchParams }: Props) {
  const [{ mineral }, search] = await Promise.all([params, searchParams]);
  if (!isMineral(mineral)) notFound();
  const viewer = await requireViewer();
  const asked = sourcesQuery.safeParse({ ...search, limit: SHOWN });
  const view = await bestSources(
    viewer,
    viewer.userId,
    mineral,
    asked.success ? asked.data : sourcesQuery.parse({ limit: SHOWN }),
  );
  const { label } = NUTRIENTS[mineral];
  const title = `Sources of ${label.toLowerCase()}`;
  const group = asked.success ? (asked.data.group ?? null) : null;
  return (
    <PrintFrame
      title={title}
      detail="Amounts of the food tables, in usual portions. What a table does not state is unknown, never zero."
    >
      <header className="flex flex-wrap items-center gap-4 phone:gap-3" data-mineral={mineral}>
        <Hallmark mineral={mineral} size={44} />
        <div className="min-w-0 flex-1">
          <h1 className="font-semibold text-22 tracking-[-0.014em] phone:text-18">{title}</h1>
          <p className="flex flex-wrap gap-x-3 text-13 text-ink-2">
            <Link
              href={`/minerals/${mineral}`}
              className="link no-print inline-flex items-center gap-1 phone:py-3"
            >
              <ArrowLeft size={14} strokeWidth={1.75} aria-hidden />
              {label}
            </Link>
            {targetWords(view) !== null && <span className="phone:py-3">{targetWords(view)}</span>}
          </p>
        </div>
        <PrintButton />
      </header>
      {view.offered && <LeftOut texts={view.leftOut} />}
      {view.offered ? (
        <Sources view={view} group={group} gates={await viewerGates()} />
      ) : (
        <Card aria-label={title} className="px-5 py-4 phone:px-4">
          <NotOffered view={view} />
        </Card>
      )}
      <SafetyFooter />
    </PrintFrame>
  );
}

const getListPath = (mineral: Mineral, by: string, group: string | null): string => {
  const search = new URLSearchParams();
  if (by !== "portion") search.set("by", by);
  if (group !== null) search.set("group", group);
  const text = search.toString();
  return `/minerals/${mineral}/sources${text === "" ? "" : `?${text}`}`;
};

const Sources = ({ view, group, gates }: { view: BestSourcesView; group: string | null; gates: Gates }) => {
  const { mineral, by, items, groups, count } = view;
  const all = groups.reduce((sum, one) => sum + one.count, 0);
  const codes = new Set(items.flatMap(({ notes }) => notes.map(({ code }) => code)));
  return (
    <>
      <div className="no-print grid gap-2.5">
        {view.energyHidden ? null : (
          <LinkChoice
            label="Amount in"
            look="pill"
            links={SOURCE_ORDERS.map((order) => ({
              href: getListPath(mineral, order, group),
              label: ORDER_LABELS[order],
              current: order === by,
            }))}
          />
        )}
        <LinkChoice
          label="Food group"
          look="chips"
          links={[
            { href: getListPath(mineral, by, null), label: `All ${all}`, current: group === null },
            ...groups.map((one) => ({
              href: getListPath(mineral, by, one.id),
              label: `${one.label} ${one.count}`,
              current: group === one.id,
            })),
          ]}
        />
      </div>
      <Card aria-labelledby="foods" data-mineral={mineral} className="px-5 py-3 phone:px-4 phone:py-1">
        <h2 id="foods" className="sr-only">
          The foods
        </h2>
        {items.length === 0 ? (
          <p className="py-2 text-13 text-ink-2">
            {group === null ? nothingWords(mineral) : "No food of this group is among them."}
          </p>
        ) : (
          <>
            <div className="phone:hidden">
              <SourceTable view={view} />
            </div>
            <div className="hidden phone:block">
              <SourceParts list={view} items={items} by={by} />
            </div>
          </>
        )}
        <p className="pt-3 pb-1 text-12 text-ink-3">
          {count > items.length && `The first ${items.length} of ${count}. `}
          {basisWords(view)}
        </p>
      </Card>
      {codes.size > 0 && (
        <Card aria-labelledby="notes" className="grid gap-3 px-5 py-4 phone:px-4">
          <h2 id="notes" className="font-semibold text-15 tracking-[-0.006em]">
            About the notes
          </h2>
          {claimsFor(getClaimIds(mineral, codes), gates).map((claim) => (
            <div key={claim.id}>
              <ClaimText claim={claim} />
            </div>
          ))}
        </Card>
      )}
    </>
  );
};
