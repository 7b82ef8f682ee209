import { AlertStrip } from "@/components/nutrition/alert-strip";
import { ButtonLink } from "@/components/ui/button";
import type { AlertSummary, AlertView } from "@/lib/insights/schemas";
import { formatAlertBasis, getAlertKind, getAlertTitle } from "./alert-words";

const getTone = (alert: AlertView) => {
  const kind = getAlertKind(alert);
  return kind === "intake" ? "low" : kind === "limit" || kind === "day" ? "over" : "plain";
};

/** The open alert that matters most, across the day's page. */
export const TopAlert = ({ alert, open }: { alert: AlertView; open: AlertSummary["open"] }) => (
  <AlertStrip
    tone={getTone(alert)}
    title={`${getAlertTitle(alert)}.`}
    basis={`${formatAlertBasis(alert)}.`}
    actions={
      <>
        <ButtonLink href={`/alerts#${alert.id}`} size="s">
          See why
        </ButtonLink>
        {open > 1 && (
          <ButtonLink href="/alerts" size="s">
            {open === 2 ? "1 more alert" : `${open - 1} more alerts`}
          </ButtonLink>
        )}
      </>
    }
  />
);
