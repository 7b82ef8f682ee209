"use client";

import { CornerDownLeft } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/class-names";
import { Kbd } from "@/components/ui/kbd";
import { MealSwitch, type When, WhenButton } from "../diary";

type PanesProps = {
  ref: Ref<HTMLDivElement>;
  when: When;
  today: string;
  onWhen: (when: When) => void;
  list: ReactNode;
  detail: ReactNode;
  /** Whether a phone, which has no room for both, shows the detail too. */
  detailOnPhone: boolean;
  /** On a phone the detail stands above the list, or below it. */
  detailFirst: boolean;
};

/** What is under the input: the list, and beside it the detail. On a phone one column below the meals. */
export const PalettePanes = ({
  ref,
  when,
  today,
  onWhen,
  list,
  detail,
  detailOnPhone,
  detailFirst,
}: PanesProps) => (
  <div ref={ref} className="min-h-0 flex-1 md:grid md:grid-cols-[minmax(0,1fr)_388px] phone:overflow-y-auto">
    <div className="flex items-center gap-2 px-4 pt-3 md:hidden">
      <MealSwitch value={when.meal} onChange={(meal) => onWhen({ ...when, meal })} />
      <WhenButton icon value={when} today={today} onChange={onWhen} />
    </div>
    <div className="phone:flex phone:flex-col md:contents">
      <div className="min-h-0 md:overflow-y-auto md:border-line md:border-r md:px-2 md:pt-1.5 md:pb-2.5 phone:order-2 phone:px-1.5 phone:py-1">
        {list}
      </div>
      <div
        className={cx(
          "min-h-0 md:overflow-y-auto phone:border-line phone:empty:hidden",
          detailFirst ? "phone:order-1 phone:border-b" : "phone:order-3 phone:border-t",
          !detailOnPhone && "phone:hidden",
        )}
      >
        {detail}
      </div>
    </div>
  </div>
);

type AddProps = { label: string; disabled: boolean; onAdd: () => void };

/** The Add button of a wide screen, at the end of the detail. */
export const AddInDetail = ({ label, disabled, onAdd }: AddProps) => (
  <Button variant="primary" wide disabled={disabled} className="h-[38px]!" onClick={onAdd}>
    {label}
    <Kbd onInk>
      <CornerDownLeft size={12} aria-hidden />
    </Kbd>
  </Button>
);

/** The Add button of a phone, always in sight at the bottom edge. */
export const AddAtBottom = ({ label, disabled, onAdd }: AddProps) => (
  <div className="flex-none border-line border-t bg-raised px-4 pt-3 pb-[calc(16px+env(safe-area-inset-bottom))] md:hidden">
    <Button variant="primary" size="l" wide disabled={disabled} onClick={onAdd}>
      {label}
    </Button>
  </div>
);
