import { Sources } from "@/components/nutrition/sources";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Note } from "@/components/ui/note";
import type { SafetyNote } from "@/lib/foods/schemas";

/** What conditions, medicines and pairs call for, each with where it is from. */
export const NoticesCard = ({ notices }: { notices: readonly SafetyNote[] }) => (
  <Card aria-labelledby="notices">
    <CardHeader id="notices" title="Good to know" />
    <CardBody className="grid gap-3">
      {notices.map(({ code, text, sources }) => (
        <div key={code}>
          <Note>{text}</Note>
          <div className="pl-[21px]">
            <Sources sources={sources} />
          </div>
        </div>
      ))}
    </CardBody>
  </Card>
);
