import type { Metadata } from "next";
import Link from "next/link";
import { Hallmark } from "@/components/nutrition/hallmark";
import { SWITCHED_OFF } from "@/components/nutrition/wording";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/placeholders";
import { Table, Td, Th } from "@/components/ui/table";
import { formatReferenceAmount, tieUnits } from "@/lib/format";
import { requireViewer } from "@/lib/http";
import { NUTRIENTS, type ReferenceKind, type ReferenceNutrient, STANDARD_WORDS } from "@/lib/nutrition";
import { getOverrides, getProfile, getTargets } from "@/lib/profile";
import type { TargetsView } from "@/lib/profile/schemas";
import { TargetEditor } from "../_components/target-editor";

export const metadata: Metadata = { title: "Targets" };

type Item = TargetsView["items"][number];
/** A mineral's or a vitamin's; no condition switches the target of a vitamin off. */
type Line = Omit<Item, "mineral" | "state" | "version"> & { readonly state?: Item["state"] };

const isOff = ({ state }: Line): boolean => state === "switched-off";

const KINDS: { readonly [K in ReferenceKind]: string } = {
  RDA: "RDA",
  PRI: "PRI",
  RDI: "RDI",
  RI: "recommended intake",
  AI: "adequate intake",
  custom: "your own",
};

const limitOf = (nutrient: ReferenceNutrient, line: Line): string => {
  if (isOff(line)) return SWITCHED_OFF;
  const { ul, ulScope } = line;
  if (ul === null) return "none set";
  return `${formatReferenceAmount(nutrient, ul)}${ulScope === "supplements" ? ", supplements only" : ""}`;
};

const needOf = (nutrient: ReferenceNutrient, line: Line): string =>
  isOff(line) ? "switched off" : line.ear === null ? "not known" : formatReferenceAmount(nutrient, line.ear);

/** On a phone, where the table has no room for the columns. */
const Small = ({ nutrient, line }: { nutrient: ReferenceNutrient; line: Line }) => (
  <span className="mt-0.5 block font-normal text-12 text-ink-3 md:hidden">
    {isOff(line)
      ? "ask your care team"
      : `average need ${needOf(nutrient, line)} · upper limit ${limitOf(nutrient, line)}`}
  </span>
);

const Figures = ({ nutrient, line }: { nutrient: ReferenceNutrient; line: Line }) => (
  <>
    <Td className="whitespace-nowrap">
      {line.target === null ? (
        <span className="text-ink-3">{isOff(line) ? "switched off" : "no target"}</span>
      ) : (
        <>
          <b className="font-semibold">{formatReferenceAmount(nutrient, line.target)}</b>
          <span className="block text-12 text-ink-3">{line.kind === null ? "" : KINDS[line.kind]}</span>
        </>
      )}
    </Td>
    <Td className="whitespace-nowrap phone:hidden">{needOf(nutrient, line)}</Td>
    <Td className="phone:hidden">{limitOf(nutrient, line)}</Td>
  </>
);

/** Sources in the order of the table, each once, with what it is the source of. */
const sourcesOf = (lines: readonly (Line & { name: string })[]): [source: string, names: string[]][] => {
  const sources = new Map<string, string[]>();
  for (const { name, source } of lines)
    if (source !== null) sources.set(source, [...(sources.get(source) ?? []), name]);
  return [...sources];
};

export default async function TargetsPage() {
  const viewer = await requireViewer();
  const [profile, targets, overrides] = await Promise.all([
    getProfile(viewer, viewer.userId),
    getTargets(viewer, viewer.userId),
    getOverrides(viewer, viewer.userId),
  ]);
  const known = profile.birthDate !== null && profile.sex !== null;
  const group = targets.items.find((item) => item.group !== null)?.group;
  const lines = [
    ...targets.items.map(({ mineral, ...line }) => ({ ...line, name: NUTRIENTS[mineral].label })),
    ...targets.vitamins.map(({ nutrient, ...line }) => ({ ...line, name: NUTRIENTS[nutrient].label })),
  ];
  const notes = lines.filter(({ note, kind }) => note !== null && kind !== "custom");
  return (
    <>
      <Card aria-labelledby="targets">
        <CardHeader
          id="targets"
          title="Daily targets"
          detail={known && `${STANDARD_WORDS[profile.standard].name}${group ? `, ${group}` : ""}`}
        />
        {known || Object.keys(overrides).length > 0 ? (
          <div className="px-5 pt-2 pb-2 phone:px-4">
            <Table caption="Targets by nutrient" hideCaption>
              <thead>
                <tr>
                  <Th>Nutrient</Th>
                  <Th>Target</Th>
                  <Th className="phone:hidden">Average need</Th>
                  <Th className="phone:hidden">Upper limit</Th>
                  <Th className="relative">
                    <span className="sr-only">Change</span>
                  </Th>
                </tr>
              </thead>
              <tbody>
                {targets.items.map(({ mineral, ...line }) => (
                  <tr key={mineral}>
                    <Th scope="row">
                      <span className="flex items-center gap-2.5 font-medium">
                        <Hallmark mineral={mineral} size={22} />
                        {NUTRIENTS[mineral].label}
                      </span>
                      <Small nutrient={mineral} line={line} />
                      {overrides[mineral] && (
                        <span className="mt-0.5 block max-w-[28ch] text-12 text-ink-2">
                          {overrides[mineral].reason}
                        </span>
                      )}
                    </Th>
                    <Figures nutrient={mineral} line={line} />
                    <Td className="pr-0 text-right">
                      <TargetEditor mineral={mineral} own={overrides[mineral] ?? null} />
                    </Td>
                  </tr>
                ))}
                {targets.vitamins.map(({ nutrient, ...line }) => (
                  <tr key={nutrient}>
                    <Th scope="row">
                      {NUTRIENTS[nutrient].label}
                      <Small nutrient={nutrient} line={line} />
                    </Th>
                    <Figures nutrient={nutrient} line={line} />
                    <Td />
                  </tr>
                ))}
              </tbody>
            </Table>
          </div>
        ) : (
          <EmptyState
            title="No targets yet"
            action={
              <ButtonLink href="/setup" variant="primary">
                Set your targets
              </ButtonLink>
            }
          >
            Targets follow from birth date and sex.
          </EmptyState>
        )}
        <div className="grid gap-2 px-5 pt-2 pb-4 text-13 text-ink-2 phone:px-4">
          <p>
            Half of a group needs more than the average need, so it is no minimum. Targets change by
            themselves on birthdays and with the{" "}
            <Link href="/settings" className="link">
              profile
            </Link>
            . An own target, for example one from your doctor or dietitian, stays until you take it back;
            needs and limits beside it stay the published ones.
          </p>
          {notes.map(({ name, note }) => (
            <p key={name}>
              <b className="font-medium text-ink">{name}:</b> {note && tieUnits(note)}
            </p>
          ))}
        </div>
      </Card>
      {known && (
        <Card aria-labelledby="sources">
          <CardHeader id="sources" title="Sources" />
          <ul className="grid gap-2 px-5 py-4 text-13 text-ink-2 phone:px-4">
            {sourcesOf(lines).map(([source, names]) => (
              <li key={source}>
                <b className="font-medium text-ink">{names.join(", ")}:</b> {source}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
