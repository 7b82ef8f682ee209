import { ButtonLink } from "../ui/button";

/** What is said of an address that leads nowhere; the page around it has the landmark. */
export const NothingHere = () => (
  <div className="mx-auto grid w-full max-w-[560px] justify-items-start gap-4 pt-16 pb-16">
    <h1 className="font-semibold text-28 tracking-[-0.02em]">There is nothing here</h1>
    <p className="text-15 text-ink-2">
      The address leads nowhere, or to something that belongs to somebody else.
    </p>
    <ButtonLink href="/today" variant="primary" size="l">
      Go to today
    </ButtonLink>
  </div>
);
