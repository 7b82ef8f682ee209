import { dismissToast, dismissToasts, showToast } from "@/components/ui/toast";
import type { TodayPage } from "@/lib/insights/schemas";
import { type Kept, submitLater, withdraw } from "../offline";
import type { DayChange } from "./day-change";
import { toWrite } from "./to-write";

// What becomes of a change once it is drawn; loaded on demand.

/** A change that can be undone, once. */
export type Undoable = { readonly change: DayChange; readonly undo: () => void };

/** What is said of a change that is kept nowhere but in this tab. */
const NOT_KEPT = "Not saved yet, and this browser cannot keep it: leave this page open.";

const overMidnight = () => import("./over-midnight");

type Followed = {
  readonly change: DayChange;
  /** What takes it back. */
  readonly back: DayChange;
  readonly kept: Promise<Kept>;
  readonly said: string;
  readonly description: string | undefined;
  /** The person's day when the page was drawn: its date, when it ends in milliseconds since 1970, and where. */
  readonly day: { readonly today: string; readonly ends: number; readonly timeZone: string };
  /** The page as it is, for what an Undo says. */
  readonly latest: () => { readonly shownDay: TodayPage | null; readonly pending: readonly DayChange[] };
  /** Changes what can be undone. */
  readonly changeUndo: (next: (items: readonly Undoable[]) => readonly Undoable[]) => void;
};

/**
 * Says what was changed once it is kept, with an Undo that is also there for the keyboard. Undone once, its toast goes
 * with it; refused by the server, toast and Undo go.
 */
export const followChange = ({
  change,
  back,
  kept,
  said,
  description,
  day: { today, ends, timeZone },
  latest,
  changeUndo,
}: Followed): void => {
  const forget = () => changeUndo((items) => items.filter((item) => item.change !== change));
  const correct = ({ answer }: Kept): void => {
    void answer.then(({ state }) => {
      if (state !== "refused" && state !== "conflict") return;
      // Corrects the toast, which reported that it was kept.
      dismissToasts();
      forget();
    });
  };
  void kept.then(correct);

  const takeBack = async (): Promise<void> => {
    const { shownDay, pending } = latest();
    const { item } = await kept;
    // What the server cannot have is taken out of the queue; anything else is changed back.
    if (!(await withdraw(item))) void submitLater(back, async () => toWrite(back)).then(correct);
    const { sayUndone } = await import("./undone");
    const now = Date.now() < ends ? today : (await overMidnight()).localDay(timeZone);
    sayUndone(back, shownDay, pending, now);
  };
  let used = false;
  let toast: string | null = null;
  const undo = () => {
    if (used) return;
    used = true;
    forget();
    if (toast !== null) dismissToast(toast);
    void takeBack().catch(() => {});
  };
  changeUndo((items) => [...items, { change, undo }]);

  // On a page whose day is over what is said names the day that it was.
  const told =
    Date.now() < ends
      ? description
      : overMidnight().then(
          ({ withDay }) => withDay(change, description, timeZone),
          () => description,
        );
  void Promise.all([kept, told]).then(([{ durable }, words]) => {
    const detail = durable ? words : NOT_KEPT;
    if (!used)
      toast = showToast(said, { onUndo: undo, ...(detail !== undefined && { description: detail }) });
  });
};
