import type { ReactNode } from "react";
import { Card, CardBody } from "@/components/ui/card";

/** One topic of the methods page; its id is what other pages link to. */
export const Topic = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <Card aria-labelledby={id} className="scroll-mt-4">
    <CardBody className="grid grid-cols-[minmax(0,1fr)] gap-3 text-14 text-ink-2 [&_b]:font-medium [&_b]:text-ink">
      <h2 id={id} className="scroll-mt-6 font-semibold text-18 text-ink tracking-[-0.012em]">
        {title}
      </h2>
      {children}
    </CardBody>
  </Card>
);

/** A paragraph of readable width. */
export const P = ({ children }: { children: ReactNode }) => <p className="max-w-[76ch]">{children}</p>;

/** A formula on a line of its own. */
export const Formula = ({ children }: { children: ReactNode }) => (
  <p className="rounded-md bg-sunken px-3.5 py-2.5 font-medium text-ink tabular-nums">{children}</p>
);

type Source = { readonly citation: string; readonly url: string | null };

/** What a topic rests on. */
export const Sources = ({ sources }: { sources: readonly Source[] }) => (
  <ul className="wrap-anywhere grid max-w-[86ch] border-line border-t pt-3 text-12 text-ink-3">
    {sources.map(({ citation, url }) => (
      <li key={citation}>
        {url === null ? (
          citation
        ) : (
          <a href={url} className="link inline-block py-1" rel="noreferrer">
            {citation}
          </a>
        )}
      </li>
    ))}
  </ul>
);
