import { SAFETY_NOTICE } from "@/lib/nutrition";

/** What the figures are and are not, under every day; the whole notice opens in place. */
export const SafetyFooter = () => (
  <footer className="text-12 text-ink-3">
    <details>
      <summary className="w-fit rounded-sm py-1">
        Assay estimates nutrients from what you log. It is information, not medical advice.{" "}
        <span className="link">Read the whole notice</span>
      </summary>
      <p className="max-w-[90ch] pt-1.5 text-ink-2">{SAFETY_NOTICE.text}</p>
    </details>
  </footer>
);
