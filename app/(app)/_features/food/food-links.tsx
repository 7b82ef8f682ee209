import Link from "next/link";
import { isText } from "@/lib/foods/client";

const PLACES = [
  { href: "/foods", label: "Foods" },
  { href: "/recipes", label: "Recipes" },
] as const;

/** Foods and recipes side by side: links, so that each has an address and works without script. */
export const FoodsNav = ({ current }: { current: (typeof PLACES)[number]["href"] }) => (
  <nav aria-label="Foods and recipes">
    <ul className="inline-flex gap-0.5 rounded-md bg-sunken p-0.5 phone:flex">
      {PLACES.map(({ href, label }) => (
        <li key={href} className="phone:flex-1">
          <Link
            href={href}
            aria-current={href === current ? "page" : undefined}
            className="flex h-7 items-center justify-center whitespace-nowrap rounded-[6px] px-[11px] font-medium text-13 text-ink-2 no-underline hover:text-ink aria-[current]:bg-segment aria-[current]:text-ink aria-[current]:shadow-card phone:h-11"
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);

/** The page of a food; of a recipe, the recipe's own; of a name without values, the place where it is matched. */
export const foodPath = (id: string): string =>
  isText(id)
    ? "/diary/without-values"
    : id.startsWith("recipe:")
      ? recipePath(id.slice("recipe:".length))
      : `/foods/${encodeURIComponent(id)}`;

/** The page of a recipe. */
export const recipePath = (id: string): string => `/recipes/${id}`;
