import { Hallmark } from "@/components/nutrition/hallmark";
import { StandardSelect } from "@/components/nutrition/standard-select";
import { Card, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { formatReference, formatReferenceAmount, uncapitalise, unitOf } from "@/lib/format";
import {
  MINERALS,
  type Mineral,
  NUTRIENTS,
  type ReferenceIntake,
  STANDARD_WORDS,
  type Standard,
  termOf,
} from "@/lib/nutrition";
import type { TargetPreview } from "./target-preview";

const limitWords = ({ nutrient, ul, ulScope, ulKind }: ReferenceIntake): string => {
  if (ul === null) return "no set limit";
  const name = ulKind === "UL" ? "upper limit" : "safe level";
  return ulScope === "supplements" ? "no food limit" : `${name} ${formatReferenceAmount(nutrient, ul)}`;
};

const needWords = (reference: ReferenceIntake): string => {
  if (reference.kind === "custom") return "your own target";
  if (reference.ear !== null)
    return `average need ${formatReferenceAmount(reference.nutrient, reference.ear)}`;
  return termOf(reference.standard, reference.published.kind) ?? "no value published";
};

const Row = ({ mineral, preview }: { mineral: Mineral; preview: TargetPreview }) => {
  const reference = preview.ok ? preview.targets[mineral] : null;
  const off = preview.ok && preview.gates.noTips.has(mineral) && reference?.kind !== "custom";
  return (
    <li className="grid grid-cols-[28px_1fr_auto] items-center gap-3 border-line border-t py-[11px] first:border-t-0">
      <Hallmark mineral={mineral} />
      <div>
        {NUTRIENTS[mineral].label}
        <span className="block text-12 text-ink-3">
          {off && "switched off by what you ticked; ask your care team"}
          {!off && reference && `${needWords(reference)} · ${limitWords(reference)}`}
        </span>
      </div>
      <div className="whitespace-nowrap text-right">
        {reference === null || reference.target === null || off ? (
          <span className="text-ink-3">
            <span aria-hidden>–</span>
            <span className="sr-only">no target</span>
          </span>
        ) : (
          <>
            <b className="font-semibold text-15">{formatReference(reference.target)}</b>{" "}
            <span className="text-13 text-ink-2">{unitOf(mineral)}</span>
          </>
        )}
      </div>
    </li>
  );
};

type TargetsCardProps = {
  preview: TargetPreview;
  standard: Standard;
  /** Absent where the standard is chosen beside the card. */
  onStandard?: (standard: Standard) => void;
};

/** The targets as they will be, while the answers beside them are still being given. */
export const TargetsCard = ({ preview, standard, onStandard }: TargetsCardProps) => {
  const iron = preview.ok ? preview.targets.iron : null;
  const plainIron = iron === null || iron.kind === "custom" ? null : (iron.withoutAllowance?.target ?? null);
  return (
    <Card aria-labelledby="daily-targets">
      <CardHeader id="daily-targets" title="Your daily targets" />
      <ul className="px-5 pt-1.5 phone:px-4">
        {MINERALS.map((mineral) => (
          <Row key={mineral} mineral={mineral} preview={preview} />
        ))}
      </ul>
      <div className="grid gap-2 border-line border-t px-5 pt-3 pb-4 text-13 text-ink-2 phone:px-4">
        <p aria-live="polite">
          {STANDARD_WORDS[standard].name}
          {preview.ok ? `, ${uncapitalise(preview.group)}.` : `. ${preview.reason}`}
        </p>
        {onStandard && (
          <Field label="Whose reference values">
            <StandardSelect value={standard} onChange={onStandard} />
          </Field>
        )}
        {preview.ok && preview.note !== null && <Note>{preview.note}</Note>}
        {plainIron !== null && (
          <Note>
            Iron is for a vegetarian diet: {formatReferenceAmount("iron", plainIron)}, times 1.8 as the report
            does it, because less of the iron in plants is absorbed.
          </Note>
        )}
      </div>
    </Card>
  );
};
