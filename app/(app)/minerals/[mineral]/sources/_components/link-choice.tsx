import Link from "next/link";

type LinkChoiceProps = {
  label: string;
  /** `pill` for two or three of equal weight, `chips` for many. */
  look: "pill" | "chips";
  links: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
};

const LOOKS = {
  pill: {
    list: "inline-flex gap-0.5 rounded-md bg-sunken p-0.5 phone:flex",
    item: "phone:flex-1",
    link: "h-7 rounded-[6px] px-[11px] aria-[current]:bg-segment aria-[current]:shadow-card phone:h-11",
  },
  chips: {
    list: "flex flex-wrap gap-1.5 phone:-mx-4 phone:flex-nowrap phone:overflow-x-auto phone:px-4 phone:pb-1",
    item: "flex-none",
    link: "h-7 rounded-md border border-line-2 px-2.5 aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-on-ink phone:h-11",
  },
};

/** One choice out of a few as links, so that what is shown has an address and works without script. */
export const LinkChoice = ({ label, look, links }: LinkChoiceProps) => (
  <nav aria-label={label} className="min-w-0">
    <ul className={LOOKS[look].list}>
      {links.map(({ href, label: text, current }) => (
        <li key={href} className={LOOKS[look].item}>
          <Link
            href={href}
            aria-current={current ? "page" : undefined}
            scroll={false}
            className={`flex items-center justify-center whitespace-nowrap font-medium text-13 text-ink-2 no-underline hover:text-ink aria-[current]:text-ink ${LOOKS[look].link}`}
          >
            {text}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
