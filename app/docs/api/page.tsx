import type { Metadata } from "next";
import { operations } from "@/app/api/v1/_contract";
import { PublicHeader } from "@/components/layout/public-header";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { capitalise } from "@/lib/format";
import { openApiDocument } from "@/lib/http";
import { type DescribedOperation, OperationCard } from "./_components/operation-card";

export const metadata: Metadata = { title: "API" };

/** What the first part of a path is about. */
const GROUPS: { readonly [first: string]: string } = {
  account: "Account",
  tokens: "Access tokens",
  foods: "Foods",
  diary: "Diary",
  days: "Days",
  profile: "Profile",
  targets: "Targets",
  suggestions: "Suggestions",
  adequacy: "Adequacy",
  trends: "Trends",
  health: "The server",
  ready: "The server",
};

const idOf = (group: string): string => `group-${group.toLowerCase().replaceAll(" ", "-")}`;

type Call = { readonly method: string; readonly path: string; readonly operation: DescribedOperation };

/** Every call of the document by what it is about, in the document's order. */
const grouped = (): Map<string, Call[]> => {
  const groups = new Map<string, Call[]>();
  for (const [path, methods] of Object.entries(openApiDocument(operations).paths)) {
    const first = path.split("/")[1] ?? "";
    const name = GROUPS[first] ?? capitalise(first);
    const calls = Object.entries(methods).map(([method, operation]) => ({
      method,
      path,
      operation: operation as DescribedOperation,
    }));
    groups.set(name, [...(groups.get(name) ?? []), ...calls]);
  }
  return groups;
};

const Example = ({ children }: { children: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a line longer than the screen must scroll by keyboard
  <pre tabIndex={0} className="overflow-x-auto rounded-md bg-sunken px-3.5 py-3 text-13">
    <code>{children}</code>
  </pre>
);

export default function ApiPage() {
  return (
    <div className="min-h-dvh">
      <PublicHeader>
        <ButtonLink href="/today" variant="ghost">
          Open Assay
        </ButtonLink>
      </PublicHeader>
      <main className="mx-auto grid max-w-[848px] gap-6 px-6 pt-4 pb-16 phone:px-4">
        <div className="grid max-w-[68ch] gap-3">
          <h1 className="font-semibold text-28 tracking-[-0.02em] phone:text-22">API</h1>
          <p className="text-15 text-ink-2">
            Everything Assay shows can be read and written as JSON under <code>/api/v1</code>. This page is
            made from the schemas that check every request; so is the{" "}
            <a href="/api/v1/openapi.json" className="link">
              OpenAPI 3.1 document
            </a>
            .
          </p>
          <p>
            Make an access token in the{" "}
            <a href="/settings/access" className="link">
              settings
            </a>{" "}
            and send it along:
          </p>
          <Example>{`curl -H "Authorization: Bearer assay_…" "$ASSAY/api/v1/foods?q=banana"`}</Example>
          <ul className="grid list-disc gap-1 pl-5 text-ink-2">
            <li>
              A total is a lower bound:{" "}
              <code>{`{"amount": 61.2, "unit": "mg", "known": 4, "entries": 12}`}</code> means at least 61.2
              mg, from the 4 of 12 entries that report the nutrient. What nobody reports has the amount{" "}
              <code>null</code>, never 0.
            </li>
            <li>
              Days are local dates, such as 2026-11-22. Units are fixed: mg; µg for selenium and vitamin D; g;
              kcal.
            </li>
            <li>
              Making and changing diary entries is idempotent: the client chooses the id, and sending the same
              again changes nothing.
            </li>
            <li>Unknown keys are refused, so that a typing error does not pass for an answer.</li>
            <li>
              Errors look like <code>{`{"error": {"code": "not_found", "message": "…"}}`}</code>, with{" "}
              <code>fields</code> where a field is to blame.
            </li>
          </ul>
        </div>
        {[...grouped()].map(([name, calls]) => (
          <Card key={name} aria-labelledby={idOf(name)}>
            <CardHeader id={idOf(name)} title={name} className="pb-3" />
            <div className="border-line border-t">
              {calls.map((call) => (
                <OperationCard key={`${call.method} ${call.path}`} {...call} />
              ))}
            </div>
          </Card>
        ))}
      </main>
    </div>
  );
}
