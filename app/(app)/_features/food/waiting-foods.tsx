"use client";

import { CloudUpload } from "lucide-react";
import { Tag } from "@/components/ui/tag";
import { useQueue } from "../offline";

/** Where the writes of each list go, below the origin. */
const PATHS = { foods: "/api/v1/foods/", recipes: "/api/v1/recipes/", supplements: "/api/v1/supplements/" };

/**
 * What of a list waits on this device and is not, or not as it was changed, among what the server has listed. Nothing is
 * said of a write that is on its way.
 */
export const WaitingFoods = ({ list }: { list: keyof typeof PATHS }) => {
  const { items, online } = useQueue();
  const path = PATHS[list];
  const waiting = items.filter(
    ({ method, path: to, state, message }) =>
      method === "PUT" &&
      to.startsWith(path) &&
      !to.slice(path.length).includes("/") &&
      state === "waiting" &&
      (!online || message !== undefined),
  );
  if (waiting.length === 0) return null;
  return (
    <ul className="border-line border-t">
      {waiting.map(({ id, label, base, body }) => (
        <li
          key={id}
          className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 border-line border-t px-5 py-2.5 first:border-t-0 phone:px-4 phone:py-3"
        >
          <span className="wrap-anywhere font-medium">{nameIn(body) ?? label}</span>
          <Tag tone="line" icon={<CloudUpload aria-hidden />}>
            {base === null ? "Waits to be saved" : "A change waits to be saved"}
          </Tag>
        </li>
      ))}
    </ul>
  );
};

/** The name of the food, recipe or supplement that a write holds. */
const nameIn = (body: unknown): string | null => {
  const { name } = (body ?? {}) as { readonly name?: unknown };
  return typeof name === "string" && name !== "" ? name : null;
};
