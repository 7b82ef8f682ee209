import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SupplementForm } from "@/app/(app)/supplements/_components/supplement-form";
import { removeSupplement } from "@/app/(app)/supplements/actions";
import { DeleteButton } from "@/components/forms/delete-button";
import { PageHeader } from "@/components/layout/page-header";
import { isAppError } from "@/lib/errors";
import { getSupplement } from "@/lib/foods";
import type { SupplementView } from "@/lib/foods/schemas";
import { requireViewer } from "@/lib/http";

export const metadata: Metadata = { title: "Edit supplement" };

/** The supplement; the not-found page where there is none. */
const find = async (segment: string): Promise<SupplementView> => {
  const viewer = await requireViewer();
  if (!/^[0-9a-f-]{36}$/i.test(segment)) notFound();
  try {
    return await getSupplement(viewer, viewer.userId, segment);
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") notFound();
    throw error;
  }
};

export default async function EditSupplementPage({ params }: PageProps<"/supplements/[id]/edit">) {
  const supplement = await find((await params).id);
  return (
    <>
      <PageHeader
        title="Edit supplement"
        detail={supplement.name}
        actions={
          <DeleteButton
            name={supplement.name}
            remove={removeSupplement.bind(null, { id: supplement.id })}
            then="/supplements"
          >
            What you have taken of it stays in your diary, with its amounts. To pause it instead, untick “I
            take this at present”.
          </DeleteButton>
        }
      />
      <SupplementForm supplement={supplement} />
    </>
  );
}
