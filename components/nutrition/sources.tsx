/** A study or body as it is cited. */
type Source = { readonly citation: string; readonly url: string | null; readonly checked: boolean };

/** One source, with its link where there is one. An identifier that was not checked is not printed. */
export const Citation = ({ citation, url, checked }: Source) => (
  <>
    {url === null ? (
      citation
    ) : (
      <a href={url} className="link inline-block py-1" rel="noreferrer">
        {citation}
      </a>
    )}
    {!checked && " (cited from memory)"}
  </>
);

/** What a statement rests on, folded away; nothing without sources. */
export const Sources = ({ sources, of }: { sources: readonly Source[]; of?: string }) =>
  sources.length === 0 ? null : (
    <details className="text-12 text-ink-3">
      <summary className="w-fit py-1 phone:py-3">
        {sources.length === 1 ? "Source" : `${sources.length} sources`}
        {of !== undefined && <span className="sr-only"> for {of}</span>}
      </summary>
      <ul className="wrap-anywhere grid max-w-[90ch] gap-1 pb-1">
        {sources.map((source) => (
          <li key={source.citation}>
            <Citation {...source} />
          </li>
        ))}
      </ul>
    </details>
  );
