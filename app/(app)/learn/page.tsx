import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { EvidenceGrades } from "@/components/nutrition/evidence-grades";
import { Hallmark } from "@/components/nutrition/hallmark";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { Gates } from "@/lib/nutrition";
import { viewerGates } from "../_features/server";
import { SafetyFooter } from "../_features/shell";
import { type Lesson, summaryFor } from "./_components/lesson";
import { MINERAL_LESSONS } from "./_components/lessons";
import { THEME_LESSONS } from "./_components/theme-lessons";

export const metadata: Metadata = { title: "Learn" };

type LessonsProps = { id: string; title: string; lessons: readonly Lesson[]; gates: Gates };

const Lessons = ({ id, title, lessons, gates }: LessonsProps) => (
  <Card aria-labelledby={id} className="overflow-hidden">
    <CardHeader id={id} title={title} className="pb-3" />
    <ul className="-mb-px grid border-line border-t md:grid-cols-2">
      {lessons.map((lesson) => (
        <li key={lesson.slug} className="border-line border-b md:odd:border-r">
          <Link
            href={`/learn/${lesson.slug}`}
            className="flex h-full items-center gap-3 px-5 py-3 no-underline hover:bg-hover phone:px-4"
          >
            {lesson.mineral !== undefined && <Hallmark mineral={lesson.mineral} size={28} />}
            <span className="min-w-0">
              <b className="block font-medium">{lesson.title}</b>
              <span className="block text-13 text-ink-2">{summaryFor(lesson, gates)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  </Card>
);

/** Short pages on minerals and the gut, each statement with how much is known. */
export default async function LearnPage() {
  const gates = await viewerGates();
  return (
    <>
      <PageHeader title="Learn" detail="Minerals and the gut, and how much is really known" />
      <Lessons id="minerals" title="The six minerals" lessons={MINERAL_LESSONS} gates={gates} />
      <Lessons id="themes" title="Themes" lessons={THEME_LESSONS} gates={gates} />
      <Card aria-labelledby="grades">
        <CardHeader id="grades" title="How to read the grades" />
        <CardBody>
          <EvidenceGrades />
          <p className="max-w-[76ch] pt-3 text-13 text-ink-2">
            These pages are about published studies, mostly of other people than you. They promise nothing,
            and intake is no diagnosis.
          </p>
        </CardBody>
      </Card>
      <SafetyFooter />
    </>
  );
}
