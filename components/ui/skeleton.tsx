import { cx } from "./class-names";

/** A flat placeholder of the size its classes give it; it does not shimmer. */
export const Skeleton = ({ className }: { className?: string }) => (
  <div aria-hidden className={cx("rounded-sm bg-sunken", className)} />
);
