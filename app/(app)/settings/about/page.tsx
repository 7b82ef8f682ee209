import type { Metadata } from "next";
import { phytateSources } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";
import { formatCount } from "@/lib/format";
import { requireViewer } from "@/lib/http";
import { RED_FLAGS, SAFETY_NOTICE } from "@/lib/nutrition";
import project from "@/package.json";
import { Section } from "../_components/section";

export const metadata: Metadata = { title: "About" };

export default async function AboutPage() {
  await requireViewer();
  const catalogue = loadCatalogue();
  const facts: [string, string][] = [
    ["Assay", `${project.version}, free software under the ${project.license} licence`],
    ...catalogue.tables.map(({ name, edition, size, licence, version, citation }): [string, string] => [
      "Food values",
      `${name}, ${edition}, ${formatCount(size)} foods; licence: ${licence}; version ${version}. ${citation}`,
    ]),
    ...phytateSources(catalogue).map((source): [string, string] => ["Phytate", source]),
    [
      "Reference values",
      "US National Academies (NASEM) and EU (EFSA, SCF); each value with its source under Targets",
    ],
  ];
  return (
    <>
      <Section id="safety" title="What Assay can and cannot tell">
        <p className="max-w-[68ch]">{SAFETY_NOTICE.text}</p>
        <p className="max-w-[68ch]">{RED_FLAGS.text}</p>
      </Section>
      <Section id="about" title="About">
        <dl className="grid gap-3">
          {facts.map(([name, value]) => (
            <div key={value} className="grid gap-x-4 md:grid-cols-[176px_minmax(0,1fr)]">
              <dt className="text-ink-2">{name}</dt>
              <dd className="break-words">{value}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}
