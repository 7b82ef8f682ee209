import { TOKEN_AREAS, type TokenArea } from "@/lib/access/client";
import { joinList } from "@/lib/format";

/** How an area is called, and what is in it. */
export const TOKEN_AREA_WORDS: { readonly [A in TokenArea]: { label: string; about: string } } = {
  diary: { label: "Diary", about: "Entries with their notes, plans, doses taken, and marks of days." },
  foods: { label: "Foods", about: "Foods, recipes, supplements and favourites." },
  insights: { label: "Insights", about: "Totals, adequacy, trends, alerts and suggestions." },
  profile: { label: "Profile", about: "Birth date, conditions, medicines, targets and reminders." },
};

/** What a token may do: "reads the diary and foods; changes foods". */
export const tokenRights = (scopes: readonly string[]): string => {
  const named = (right: "read" | "write"): string[] =>
    scopes.includes(right)
      ? ["everything"]
      : TOKEN_AREAS.filter((area) => scopes.includes(`${area}:${right}`)).map((area) =>
          TOKEN_AREA_WORDS[area].label.toLowerCase(),
        );
  const changed = named("write");
  const read = named("read").filter((area) => !changed.includes(area));
  return [
    ...(read.length > 0 ? [`reads ${joinList(read)}`] : []),
    ...(changed.length > 0 ? [`reads and changes ${joinList(changed)}`] : []),
  ].join("; ");
};
