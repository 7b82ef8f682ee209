import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { requireViewer } from "@/lib/http";
import { SupplementForm } from "../_components/supplement-form";

export const metadata: Metadata = { title: "New supplement" };

export default async function NewSupplementPage() {
  await requireViewer();
  return (
    <>
      <PageHeader title="New supplement" />
      <SupplementForm />
    </>
  );
}
