import { Note } from "../ui/note";

/** What conditions, medicines or life stage leave out of the foods named, and why. */
export const LeftOut = ({ texts }: { texts: readonly string[] }) =>
  texts.length === 0 ? null : (
    <div className="grid gap-1">
      {texts.map((text) => (
        <Note key={text}>{text}</Note>
      ))}
    </div>
  );
