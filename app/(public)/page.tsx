import { redirect } from "next/navigation";
import { PublicHeader } from "@/components/layout/public-header";
import { MineralRows } from "@/components/nutrition/mineral-rows";
import { ButtonLink } from "@/components/ui/button";
import { capitalise, joinList } from "@/lib/format";
import { currentViewer, registrationOptions } from "@/lib/http";
import { SAFETY_NOTICE } from "@/lib/nutrition";
import { EXAMPLE_FOODS, exampleDay } from "./_components/example-day";
import { SampleButton } from "./_components/sample-button";

const FACTS = [
  {
    title: "Missing is missing",
    text: "Food tables and labels have holes. A total then says “at least”, and how many of your foods report the mineral. Nothing unknown is counted as zero.",
  },
  {
    title: "Targets you can check",
    text: "For your age, sex and life stage, from the reference values of the authority you choose, each with its source. They change on your birthday.",
  },
  {
    title: "Gaps answered by food",
    text: "For what is left of the day, foods in portions people eat, with what each would add. None that would lead past an upper limit.",
  },
] as const;

export default async function LandingPage() {
  if (await currentViewer()) redirect("/today");
  const { signUp, sample } = registrationOptions();
  const foods = joinList(EXAMPLE_FOODS.map(({ name }) => name.toLowerCase()));
  return (
    <div className="min-h-dvh">
      <PublicHeader>
        <ButtonLink href="/sign-in" variant="ghost">
          Sign in
        </ButtonLink>
      </PublicHeader>
      <main>
        <div className="mx-auto grid max-w-[1120px] items-center gap-12 px-8 pt-8 pb-14 lg:grid-cols-[minmax(0,1fr)_600px] phone:gap-8 phone:px-4 phone:pt-4 phone:pb-10">
          <div>
            <h1 className="text-balance font-semibold text-44 tracking-[-0.03em] phone:text-28">
              Does your food give you enough?
            </h1>
            <p className="mt-4 max-w-[46ch] text-16 text-ink-2">
              Log what you eat. Assay adds up magnesium, zinc, calcium, iron, selenium and potassium, compares
              them with your own targets, and says plainly where it does not know.
            </p>
            <div className="mt-7 flex flex-wrap items-start gap-3">
              {sample && <SampleButton />}
              {signUp && (
                <ButtonLink href="/sign-up" size="l" className="phone:w-full">
                  Create account
                </ButtonLink>
              )}
              {!sample && !signUp && (
                <ButtonLink href="/sign-in" size="l" variant="primary" className="phone:w-full">
                  Sign in
                </ButtonLink>
              )}
            </div>
            {sample && (
              <p className="mt-4 max-w-[46ch] text-13 text-ink-2">
                The sample is a made-up diary of five weeks that is yours to change. It is deleted after a
                day.
              </p>
            )}
          </div>
          <figure>
            <MineralRows title="An example day" days={exampleDay(new Date().toISOString().slice(0, 10))} />
            <figcaption className="mt-3 text-13 text-ink-2">
              {capitalise(foods)}, for a woman of 38. The bread’s label names no magnesium, zinc or selenium,
              so those bars end in a hatch.
            </figcaption>
          </figure>
        </div>
        <section aria-label="How it works" className="border-line border-t bg-surface">
          <ul className="mx-auto grid max-w-[1120px] gap-8 px-8 py-10 md:grid-cols-3 phone:px-4 phone:py-8">
            {FACTS.map(({ title, text }) => (
              <li key={title}>
                <h2 className="font-semibold text-15">{title}</h2>
                <p className="mt-1.5 text-ink-2">{text}</p>
              </li>
            ))}
          </ul>
        </section>
      </main>
      <footer className="border-line border-t">
        <div className="mx-auto grid max-w-[1120px] gap-4 px-8 py-8 text-13 text-ink-2 phone:px-4">
          <p className="max-w-[100ch]">{SAFETY_NOTICE.text}</p>
          <p>
            Free software under the MIT licence, run by whoever gave you this address. No trackers, no third
            parties.{" "}
            <a href="/docs/api" className="link">
              API
            </a>
          </p>
        </div>
      </footer>
    </div>
  );
}
