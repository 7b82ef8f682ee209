import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { foodIdParam, orNotFound } from "@/app/(app)/_features/food";
import { OwnFoodForm } from "@/app/(app)/foods/_components/own-food-form";
import { PageHeader } from "@/components/layout/page-header";
import { readFood } from "@/lib/foods";
import { requireViewer } from "@/lib/http";
import { getProfile } from "@/lib/profile";

export const metadata: Metadata = { title: "Edit food" };

export default async function EditFoodPage({ params }: PageProps<"/foods/[id]/edit">) {
  const viewer = await requireViewer();
  const profile = await getProfile(viewer, viewer.userId);
  const food = await orNotFound(readFood(viewer, viewer.userId, foodIdParam((await params).id)));
  // Only own foods can be edited.
  if (food.source !== "own") notFound();
  return (
    <>
      <PageHeader title="Edit food" detail={food.name} />
      <OwnFoodForm food={food} units={profile.units} />
    </>
  );
}
