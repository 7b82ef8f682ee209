import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Note } from "@/components/ui/note";
import type { SafetyNote } from "@/lib/foods/schemas";

/** What conditions, medicines and pairs call for, each with where it is from. */
export const NoticesCard = ({ notices }: { notices: readonly SafetyNote[] }) => (
  <Card aria-labelledby="notices">
    <CardHeader id="notices" title="Good to know" />
    <CardBody className="grid gap-3">
      {notices.map(({ code, text, sources }) => (
        <div key={code}>
          <Note>{text}</Note>
          <details className="pl-[21px] text-12 text-ink-3">
            <summary className="w-fit rounded-sm py-0.5">
              <span className="link">{sources.length === 1 ? "Source" : "Sources"}</span>
            </summary>
            <ul className="grid max-w-[90ch] gap-1 pt-1">
              {sources.map(({ citation, url, checked }) => (
                <li key={citation}>
                  {url === null ? (
                    citation
                  ) : (
                    <a className="link" href={url} rel="noreferrer">
                      {citation}
                    </a>
                  )}
                  {!checked && " (cited from memory, not read again)"}
                </li>
              ))}
            </ul>
          </details>
        </div>
      ))}
    </CardBody>
  </Card>
);
