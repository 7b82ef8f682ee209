import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { countNoun } from "@/lib/format";
import { sendNow, useQueue } from "../offline";

type LeaveDialogProps = { sample: boolean; onLeave: () => void; onClose: () => void };

/** Asks before somebody signs out of a device on which writes wait. Once all of them are saved, it goes on by itself. */
export const LeaveDialog = ({ sample, onLeave, onClose }: LeaveDialogProps) => {
  const { items, online } = useQueue();
  const count = items.length;
  const left = useRef(false);
  useEffect(() => {
    if (count > 0 || left.current) return;
    left.current = true;
    onLeave();
  }, [count, onLeave]);
  return (
    <Dialog
      open
      size="s"
      onOpenChange={(open) => !open && onClose()}
      title={`${countNoun(count, "change")} not saved yet`}
      footer={
        <>
          <Button variant="ghost" className="ml-auto" onClick={onClose}>
            Stay
          </Button>
          <Button onClick={() => sendNow()}>Send now</Button>
          <Button variant="danger" onClick={onLeave}>
            {sample ? "Leave without them" : "Sign out"}
          </Button>
        </>
      }
    >
      <div className="grid gap-3 px-5 py-4 phone:px-4">
        <p>
          {sample
            ? "A sample diary cannot be opened again: what the server does not have is lost when you leave."
            : "They stay on this device, and are sent when you sign in to this account here again. Until then nobody sees more of them than their number."}
        </p>
        {!online && <p className="text-ink-2">There is no network now.</p>}
        <ul className="grid gap-0.5 text-13 text-ink-2">
          {items.map(({ id, label }) => (
            <li key={id} className="wrap-anywhere">
              {label}
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
};
