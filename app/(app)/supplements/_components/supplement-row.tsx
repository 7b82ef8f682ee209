import { TriangleAlert } from "lucide-react";
import { contentWords, scheduleWords } from "@/app/(app)/_features/food";
import { Hallmark } from "@/components/nutrition/hallmark";
import { ButtonLink } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Tag } from "@/components/ui/tag";
import type { SupplementView } from "@/lib/foods/schemas";
import { isMineral } from "@/lib/nutrition";

/** One supplement: its content per dose, its schedule and its safety notes. */
export const SupplementRow = ({ supplement }: { supplement: SupplementView }) => {
  const { id, name, doseLabel, contents, schedule, active, notices } = supplement;
  return (
    <li className="grid gap-2 border-line border-t px-5 py-3.5 phone:px-4">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <h3 className="wrap-anywhere flex flex-wrap items-center gap-2 font-medium">
            {name}
            {!active && <Tag>Paused</Tag>}
          </h3>
          <p className="wrap-anywhere text-13 text-ink-2">{scheduleWords(schedule, doseLabel)}</p>
        </div>
        <ButtonLink href={`/supplements/${id}/edit`} size="s" aria-label={`Change ${name}`}>
          Change
        </ButtonLink>
      </div>
      <ul className="grid gap-1.5 text-13">
        {contents.map((content) => (
          <li key={content.nutrient} className="flex flex-wrap items-center gap-x-2 gap-y-1">
            {isMineral(content.nutrient) ? (
              <Hallmark mineral={content.nutrient} size={20} />
            ) : (
              <span className="w-5" aria-hidden />
            )}
            <span className="wrap-anywhere min-w-0 flex-1">
              {contentWords(content)}
              {content.prescribed && (
                <span className="ml-2">
                  <Tag tone="line">Prescribed</Tag>
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {notices.map(({ code, text }) => (
        <Note
          key={code}
          icon={<TriangleAlert size={14} strokeWidth={1.75} className="text-low" aria-hidden />}
        >
          {text}
        </Note>
      ))}
    </li>
  );
};
