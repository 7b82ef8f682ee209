import { BookOpen, CircleDashed, CloudUpload, History } from "lucide-react";
import { Tag } from "../ui/tag";

/** Something worth knowing about a food in a list. `reported` counts the six minerals its label names. */
export type FoodTagKind =
  | { kind: "article" }
  | { kind: "eaten"; when: string }
  | { kind: "label"; reported: number }
  | { kind: "own" }
  | { kind: "no-values" }
  | { kind: "recipe" }
  | { kind: "dish" }
  | { kind: "waiting" };

/** A tag of a food: from the article, eaten lately, label with gaps, one's own. */
export const FoodTag = (tag: FoodTagKind) => {
  switch (tag.kind) {
    case "article":
      return <Tag icon={<BookOpen aria-hidden />}>From the article</Tag>;
    case "eaten":
      return (
        <Tag tone="line" icon={<History aria-hidden />}>
          You ate this {tag.when}
        </Tag>
      );
    case "label":
      return (
        <Tag tone="line" icon={<CircleDashed aria-hidden />}>
          Label: {tag.reported} of 6
        </Tag>
      );
    case "own":
      return <Tag>Your food</Tag>;
    case "no-values":
      return (
        <Tag tone="line" icon={<CircleDashed aria-hidden />}>
          No values
        </Tag>
      );
    case "recipe":
      return <Tag>Your recipe</Tag>;
    case "dish":
      return <Tag tone="line">Typical recipe</Tag>;
    case "waiting":
      return (
        <Tag tone="line" icon={<CloudUpload aria-hidden />}>
          Not sent yet
        </Tag>
      );
  }
};
