import { StandardSwitch } from "@/app/(app)/_features/shell";
import { Card, CardBody } from "@/components/ui/card";
import { Check } from "@/components/ui/drawn-icons";
import { formatReferenceAmount, groupWords } from "@/lib/format";
import type { MineralFrame, PublishedReference } from "@/lib/insights/schemas";
import { type Mineral, STANDARD_WORDS, termOf } from "@/lib/nutrition";

/**
 * The values of the authority in use, each number with its report and year, and those of the others in a folded list.
 */
export const ReferencesCard = ({ mineral, references, standard, target }: MineralFrame) => {
  const others = references.filter((reference) => reference.standard !== standard);
  return references.length === 0 ? null : (
    <Card aria-labelledby="references">
      <CardBody>
        <h2 id="references" className="mb-3 font-semibold text-15 tracking-[-0.006em]">
          Reference values
        </h2>
        {target.kind === "custom" && target.target !== null && (
          <p className="mb-3 text-13 text-ink-2">
            Your own target of {formatReferenceAmount(mineral, target.target)} is in force
            {target.note === null ? "" : ` (“${target.note}”)`}. What is said of your need still compares with
            the published values.
          </p>
        )}
        {references
          .filter((reference) => reference.standard === standard)
          .map((reference) => (
            <Reference key={reference.standard} mineral={mineral} reference={reference} used />
          ))}
        <details className="group border-line border-t">
          <summary className="flex items-center justify-between gap-3 py-3 text-13">
            <span className="font-medium">Other authorities</span>
            <span className="text-right text-ink-2 group-open:hidden">
              {others.map((other) => STANDARD_WORDS[other.standard].short).join(" · ")}
            </span>
          </summary>
          {others.map((reference) => (
            <Reference key={reference.standard} mineral={mineral} reference={reference} used={false} />
          ))}
        </details>
        <div className="no-print border-line border-t pt-3.5">
          <StandardSwitch key={standard} standard={standard} hint="For all minerals, everywhere in Assay." />
        </div>
      </CardBody>
    </Card>
  );
};

const limitWords = (mineral: Mineral, { ul, ulScope, ulKind }: PublishedReference): string => {
  if (ul === null) return "none set";
  const scope = ulScope === "supplements" ? ", supplements only" : "";
  return `${formatReferenceAmount(mineral, ul)}${scope}${ulKind === "safe level" ? " (safe level)" : ""}`;
};

const Reference = ({
  mineral,
  reference,
  used,
}: {
  mineral: Mineral;
  reference: PublishedReference;
  used: boolean;
}) => {
  const words = STANDARD_WORDS[reference.standard];
  const { target, kind, ear, group, source, url, year, ulSource, ulYear, note, withoutAllowance } = reference;
  const amount = (value: number | null, plain: number | null, none: string) =>
    value === null
      ? none
      : plain === null
        ? formatReferenceAmount(mineral, value)
        : `${formatReferenceAmount(mineral, value)} (${formatReferenceAmount(mineral, plain)} without)`;
  const rows: readonly (readonly [string, string])[] = [
    [
      termOf(reference.standard, kind) ?? "target",
      amount(target, withoutAllowance?.target ?? null, "none set"),
    ],
    [
      words.average,
      amount(ear, withoutAllowance?.ear ?? null, kind === "AI" ? "not known" : "none published"),
    ],
    [words.upper, limitWords(mineral, reference)],
  ];
  return (
    <section
      aria-label={words.name}
      className="border-line border-t py-3 first-of-type:border-t-0 first-of-type:pt-0"
    >
      <h3 className="flex items-baseline justify-between gap-3 font-medium text-14">
        <span>
          {words.short}
          {group !== null && <span className="font-normal text-13 text-ink-2"> · {groupWords(group)}</span>}
        </span>
        {used && (
          <span className="flex items-center gap-1 font-medium text-12 text-ink-2">
            <Check size={14} strokeWidth={2} aria-hidden />
            in use
          </span>
        )}
      </h3>
      <dl className="mt-1 grid text-13">
        {rows.map(([term, text]) => (
          <div key={term} className="flex justify-between gap-3 py-1">
            <dt className="text-ink-2">{term}</dt>
            <dd className="text-right font-medium tabular-nums">{text}</dd>
          </div>
        ))}
      </dl>
      {withoutAllowance !== null && (
        <p className="pb-1 text-13 text-ink-2">
          Both times 1.8 for a vegetarian or vegan diet: the report counts with 10 % of its iron being
          absorbed, in place of 18 %. What stands under absorption explains this and changes no figure.
        </p>
      )}
      <details className="text-12 text-ink-3">
        <summary className="w-fit py-1 phone:py-3">
          {year}
          {ulYear !== null && ulYear !== year && `, upper limit ${ulYear}`}
          <span className="sr-only"> sources of the {words.short} values</span>
        </summary>
        <p>
          <a href={url} className="link inline-block py-1" rel="noreferrer">
            {source}
          </a>
        </p>
        {ulSource !== null && ulSource !== source && <p className="pt-1">Upper limit: {ulSource}</p>}
        {note !== null && <p className="pt-1">{note}</p>}
      </details>
    </section>
  );
};
