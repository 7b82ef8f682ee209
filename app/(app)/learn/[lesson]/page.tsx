import { ArrowLeft, ArrowRight } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { viewerGates } from "@/app/(app)/_features/server";
import { SafetyFooter } from "@/app/(app)/_features/shell";
import { Hallmark } from "@/components/nutrition/hallmark";
import { Card } from "@/components/ui/card";
import { Note } from "@/components/ui/note";
import { countNoun } from "@/lib/format";
import { claimsFor, type Gates, gateTextsAbout } from "@/lib/nutrition";
import { type Lesson, summaryFor } from "../_components/lesson";
import { LessonExtra } from "../_components/lesson-extra";
import { LessonPart } from "../_components/lesson-part";
import { lessonAt } from "../_components/lessons";
import { YourNumbers } from "../_components/your-numbers";

type Props = { params: Promise<{ lesson: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: lessonAt((await params).lesson)?.lesson.title ?? "No such page",
});

const ICON = { size: 16, strokeWidth: 1.75, className: "flex-none", "aria-hidden": true } as const;

const Neighbours = ({ previous, next }: { previous: Lesson | null; next: Lesson | null }) => (
  <nav aria-label="Other lessons" className="no-print flex flex-wrap justify-between gap-x-6 gap-y-1 text-14">
    {previous !== null && (
      <Link href={`/learn/${previous.slug}`} className="link inline-flex min-h-11 items-center gap-2">
        <ArrowLeft {...ICON} />
        {previous.title}
      </Link>
    )}
    {next !== null && (
      <Link href={`/learn/${next.slug}`} className="link ml-auto inline-flex min-h-11 items-center gap-2">
        {next.title}
        <ArrowRight {...ICON} />
      </Link>
    )}
  </nav>
);

/** What the person's own conditions and age say of the mineral, and that statements are left out for them. */
const Cautions = ({ lesson: { mineral, parts }, gates }: { lesson: Lesson; gates: Gates }) => {
  const texts = mineral === undefined ? [] : gateTextsAbout(gates, mineral, "figures");
  const told = parts.flatMap(({ claims }) => claims);
  const left = told.length - claimsFor(told, gates).length;
  if (texts.length === 0 && left === 0) return null;
  return (
    <Card aria-label="For you" className="grid gap-2 px-5 py-4 phone:px-4">
      {texts.map(({ code, text }) => (
        <Note key={code}>{text}</Note>
      ))}
      {left > 0 && (
        <Note>
          {countNoun(left, "statement is", "statements are")} left out here because of a condition in your
          profile.
        </Note>
      )}
    </Card>
  );
};

/** One theme: what is said, what is known, and where it shows in the person's own days. */
export default async function LessonPage({ params }: Props) {
  const found = lessonAt((await params).lesson);
  if (found === null) notFound();
  const { lesson } = found;
  const gates = await viewerGates();
  return (
    <>
      <header className="flex flex-wrap items-center gap-4 phone:gap-3">
        {lesson.mineral !== undefined && <Hallmark mineral={lesson.mineral} size={44} />}
        <div className="min-w-0 phone:flex-1">
          <p className="text-13">
            <Link href="/learn" className="link inline-block py-1">
              Learn
            </Link>
          </p>
          <h1 className="font-semibold text-22 tracking-[-0.014em]">{lesson.title}</h1>
          <p className="text-14 text-ink-2">{summaryFor(lesson, gates)}</p>
        </div>
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_304px] phone:gap-3.5">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5 phone:gap-3.5">
          <Cautions lesson={lesson} gates={gates} />
          {lesson.parts.map((part, index) => (
            <LessonPart key={part.title} part={part} id={`part-${index + 1}`} gates={gates} />
          ))}
          <LessonExtra extra={lesson.extra} />
        </div>
        <YourNumbers lesson={lesson} />
      </div>
      <Neighbours previous={found.previous} next={found.next} />
      <SafetyFooter />
    </>
  );
}
