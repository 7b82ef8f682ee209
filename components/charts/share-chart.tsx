import { formatShare } from "@/lib/format";
import { cx } from "../ui/class-names";
import { Table, Td, Th } from "../ui/table";

export type SharePart = {
  readonly name: string;
  /** 0 to 1. */
  readonly share: number;
  readonly look: "solid" | "empty" | "unknown";
};

const LOOKS: { readonly [L in SharePart["look"]]: string } = {
  solid: "bg-ink-2",
  empty: "bg-sunken",
  unknown: "share-unknown",
};

/** Parts of a whole as one bar; what is not known is hatched. */
export const ShareChart = ({ title, parts }: { title: string; parts: readonly SharePart[] }) => {
  const shown = parts.filter(({ share }) => share > 0);
  return (
    <figure className="min-w-0">
      <div
        role="img"
        aria-label={`${title}: ${shown.map(({ name, share }) => `${name} ${formatShare(share)}`).join(", ")}`}
        className="flex h-5 gap-0.5 overflow-hidden rounded-sm"
      >
        {shown.map(({ name, share, look }) => (
          <i
            key={name}
            data-look={look}
            className={cx("block min-w-0.5", LOOKS[look])}
            style={{ flexGrow: share, flexBasis: 0 }}
          />
        ))}
      </div>
      <ul aria-hidden className="mt-2.5 flex flex-wrap gap-x-4 gap-y-1.5 text-12 text-ink-2">
        {shown.map(({ name, share, look }) => (
          <li key={name} className="flex items-center gap-1.5">
            <i className={cx("block size-3 rounded-[2px]", LOOKS[look])} />
            {name} <span className="font-medium text-ink">{formatShare(share)}</span>
          </li>
        ))}
      </ul>
      <details className="mt-2 text-12">
        <summary className="w-fit py-1 font-medium text-ink phone:py-3.5">
          Show as table<span className="sr-only">: {title}</span>
        </summary>
        <Table caption={title} hideCaption>
          <thead>
            <tr>
              <Th>Part</Th>
              <Th numeric>Share</Th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({ name, share }) => (
              <tr key={name}>
                <Th scope="row">{name}</Th>
                <Td numeric>{formatShare(share)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </figure>
  );
};
