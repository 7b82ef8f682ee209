import { Plus } from "lucide-react";
import Link from "next/link";
import { Notes } from "@/app/(app)/_features/alerts";
import { foodPath } from "@/app/(app)/_features/food";
import { LeftOut } from "@/components/nutrition/left-out";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { formatDate } from "@/lib/format";
import type { OneThing, ReviewView } from "@/lib/notices/schemas";
import { NUTRIENTS } from "@/lib/nutrition";
import { LogNow } from "./log-now";
import { isOverLimit, whyWords } from "./review-words";
import { TryFood } from "./try-food";

/** The one thing to try, with its action, and why it is this one. */
export const OneThingCard = ({ review }: { review: ReviewView }) => {
  const { oneThing } = review;
  return (
    <Card aria-labelledby="one-thing">
      <CardHeader id="one-thing" title="One thing to try" />
      {oneThing.kind === "food" ? (
        <>
          <TryFood food={oneThing.food} />
          <div className="px-5 phone:px-4">
            <LeftOut texts={review.leftOut} />
          </div>
        </>
      ) : (
        <CardBody className="grid gap-3 pb-1">
          <What thing={oneThing} />
        </CardBody>
      )}
      <p className="px-5 pt-2 pb-4 text-13 text-ink-2 phone:px-4">
        {oneThing.kind !== "nothing" && <b className="font-medium text-ink">Why this one: </b>}
        {whyWords(oneThing, review)}
      </p>
    </Card>
  );
};

const What = ({ thing }: { thing: Exclude<OneThing, { kind: "food" }> }) => {
  switch (thing.kind) {
    case "nothing":
      return null;
    case "set-targets":
      return (
        <>
          <p className="font-medium">Set birth date and sex</p>
          <ButtonLink href="/setup" className="w-fit">
            Set your targets
          </ButtonLink>
        </>
      );
    case "alert":
      return (
        <>
          <p className="text-pretty font-medium">
            {thing.alert.finding}
            {thing.alert.rule === "supplement-above-limit" &&
              " Look at the dose with a pharmacist or doctor."}
          </p>
          {thing.note && <Notes notes={[thing.note]} />}
          <ButtonLink href={`/alerts#${thing.alert.id}`} className="w-fit">
            {isOverLimit(thing) ? "What it rests on" : "What would help"}
          </ButtonLink>
        </>
      );
    case "log-days":
      return (
        <>
          <p className="font-medium">Log {thing.needed} days in full</p>
          <LogNow>
            <Plus size={16} strokeWidth={1.75} aria-hidden />
            Log food
          </LogNow>
        </>
      );
    case "complete-day":
      return (
        <>
          <p className="font-medium">Look at {formatDate(thing.date)} once more</p>
          <p className="text-13 text-ink-2">Add what is missing, or mark the day complete.</p>
          <ButtonLink href={`/diary/${thing.date}`} className="w-fit">
            Open the day
          </ButtonLink>
        </>
      );
    case "missing-value":
      return (
        <>
          <p className="font-medium">
            Fill in the {NUTRIENTS[thing.mineral].label.toLowerCase()} of{" "}
            <Link href={foodPath(thing.food.food)} className="link">
              {thing.food.name}
            </Link>
          </p>
          <ButtonLink href={foodPath(thing.food.food)} className="w-fit">
            Open the food
          </ButtonLink>
        </>
      );
  }
};
