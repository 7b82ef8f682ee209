import { CONTENTS, type Content, type FoodGroup, type FoodTraits } from "@/lib/catalogue";

export function traitsOf(_food: { ndb: string; name: string; group: FoodGroup }): FoodTraits {
  const contains = Object.fromEntries(CONTENTS.map((content) => [content, null])) as Record<
    Content,
    boolean | null
  >;
  return { contains, pick: null, highOxalate: false, plain: false };
}
