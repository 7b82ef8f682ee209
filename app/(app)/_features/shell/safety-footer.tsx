import { type Helpline, SAFETY_NOTICE } from "@/lib/nutrition";
import { viewerGates } from "../server";

/** The limits of the figures, under every day; the full notice opens in place, below the contacts for help. */
export const SafetyFooter = async () => {
  const { helplines } = await viewerGates();
  return (
    <footer className="grid gap-1 text-12 text-ink-3">
      {helplines.length > 0 && <Helplines helplines={helplines} />}
      <details>
        <summary className="w-fit rounded-sm py-1">
          Assay estimates nutrients from what you log. It is information, not medical advice.{" "}
          <span className="link">Read the whole notice</span>
        </summary>
        <p className="max-w-[90ch] pt-1.5 text-ink-2">{SAFETY_NOTICE.text}</p>
      </details>
    </footer>
  );
};

/** Contacts for people whom tracking food distresses. */
const Helplines = ({ helplines }: { helplines: readonly Helpline[] }) => (
  <p className="text-13 text-ink-2">
    If tracking food weighs on you, it is fine to stop. People to talk to:{" "}
    {helplines.map(({ name, where, url }) => (
      <span key={url}>
        <a href={url} className="link inline-block py-1 phone:py-2.5" rel="noreferrer">
          {name} ({where})
        </a>
        ,{" "}
      </span>
    ))}
    or your doctor.
  </p>
);
