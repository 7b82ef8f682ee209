import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { requireViewer } from "@/lib/http";
import { OwnFoodForm } from "../_components/own-food-form";

export const metadata: Metadata = { title: "New food" };

export default async function NewFoodPage({ searchParams }: PageProps<"/foods/new">) {
  await requireViewer();
  const { name } = await searchParams;
  return (
    <>
      <PageHeader title="New food" />
      <OwnFoodForm name={typeof name === "string" ? name.toWellFormed().slice(0, 200) : ""} />
    </>
  );
}
