import { Check, OctagonAlert } from "lucide-react";
import { Hallmark } from "@/components/nutrition/hallmark";
import { Sources } from "@/components/nutrition/sources";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Note } from "@/components/ui/note";
import { Table, Td, Th } from "@/components/ui/table";
import type { SafetyNote } from "@/lib/foods/schemas";
import { formatAmount, formatOverLimit, formatReferenceAmount } from "@/lib/format";
import type { PlanLimit } from "@/lib/insights/schemas";
import { isMineral, NUTRIENTS, UPPER_LIMIT_NOTICE } from "@/lib/nutrition";

const limitWords = ({ nutrient, ul, ulScope }: PlanLimit): string =>
  ul === null
    ? "none set"
    : `${formatReferenceAmount(nutrient, ul)}${ulScope === "supplements" ? ", supplements only" : ", food included"}`;

const Standing = ({ limit }: { limit: PlanLimit }) => {
  const { nutrient, amount, prescribed, ul, ulScope, overLimit } = limit;
  if (overLimit !== null) {
    return (
      <span className="inline-flex items-start gap-1.5 text-over">
        <OctagonAlert size={14} strokeWidth={1.75} className="mt-[3px] flex-none" aria-hidden />
        {formatOverLimit(nutrient, overLimit, ulScope)}
      </span>
    );
  }
  if (prescribed !== null && prescribed >= amount)
    return <span className="text-ink-2">prescribed: no limit applies</span>;
  if (ul === null) return <span className="text-ink-3">nothing to compare with</span>;
  return (
    <span className="inline-flex items-start gap-1.5 text-ink-2">
      <Check size={14} strokeWidth={1.75} className="mt-[3px] flex-none" aria-hidden />
      {ulScope === "supplements" ? "within the limit" : "within the limit, before food"}
    </span>
  );
};

/** What all supplements in use hold together on their fullest day, beside the upper limits. */
export const PlanCard = ({ limits }: { limits: readonly PlanLimit[] }) => {
  const sources = [
    ...new Set(limits.flatMap(({ source, ul }) => (source === null || ul === null ? [] : [source]))),
  ];
  const over = limits.some(({ overLimit }) => overLimit !== null);
  return (
    <Card aria-labelledby="plan">
      <CardHeader
        id="plan"
        title="All of it together"
        detail="On the fullest day of the week, with one dose of each you take as needed."
      />
      <CardBody className="grid gap-3">
        <Table caption="Supplements against the upper limits" hideCaption>
          <thead>
            <tr>
              <Th>Nutrient</Th>
              <Th>From supplements</Th>
              <Th className="phone:hidden">Upper limit</Th>
              <Th>Standing</Th>
            </tr>
          </thead>
          <tbody>
            {limits.map((limit) => (
              <tr key={limit.nutrient}>
                <Th scope="row" className="phone:align-top">
                  <span className="flex items-center gap-2">
                    {isMineral(limit.nutrient) ? (
                      <Hallmark mineral={limit.nutrient} size={20} />
                    ) : (
                      <span className="w-5" aria-hidden />
                    )}
                    {NUTRIENTS[limit.nutrient].label}
                  </span>
                </Th>
                <Td className="phone:align-top">
                  <b className="font-semibold">{formatAmount(limit.nutrient, limit.amount)}</b>
                  {limit.prescribed !== null && limit.prescribed < limit.amount && (
                    <span className="block text-12 text-ink-3">
                      {formatAmount(limit.nutrient, limit.prescribed)} prescribed
                    </span>
                  )}
                  <span className="block text-12 text-ink-3 md:hidden">limit: {limitWords(limit)}</span>
                </Td>
                <Td className="phone:hidden">{limitWords(limit)}</Td>
                <Td className="phone:align-top">
                  <Standing limit={limit} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
        {over && <Note>{UPPER_LIMIT_NOTICE.text}</Note>}
        {sources.length > 0 && (
          <p className="text-12 text-ink-3">
            Upper limits: {sources.map((source) => source.replace(/\.$/, "")).join("; ")}.
          </p>
        )}
      </CardBody>
    </Card>
  );
};

/** Notices for conditions, medicines and combinations, each with its sources. */
export const NoticesCard = ({ notices }: { notices: readonly SafetyNote[] }) => (
  <Card aria-labelledby="notices">
    <CardHeader id="notices" title="Good to know" />
    <CardBody className="grid gap-3">
      {notices.map(({ code, text, sources }) => (
        <div key={code}>
          <Note>{text}</Note>
          <div className="pl-[21px]">
            <Sources sources={sources} />
          </div>
        </div>
      ))}
    </CardBody>
  </Card>
);
