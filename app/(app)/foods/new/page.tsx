import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Suspense } from "react";
import { foodPath } from "@/app/(app)/_features/food";
import { PageHeader } from "@/components/layout/page-header";
import { Note } from "@/components/ui/note";
import { Skeleton } from "@/components/ui/skeleton";
import { type AppError, isAppError } from "@/lib/errors";
import { lookUpBarcode } from "@/lib/foods";
import { type BarcodeView, normaliseBarcode } from "@/lib/foods/schemas";
import { requireViewer } from "@/lib/http";
import { getProfile } from "@/lib/profile";
import { OwnFoodForm } from "../_components/own-food-form";
import { ProductNote } from "../_components/product-note";

export const metadata: Metadata = { title: "New food" };

type Viewer = Awaited<ReturnType<typeof requireViewer>>;

/** The product of a barcode, or the reason why there is none. */
const known = async (viewer: Viewer, code: string): Promise<BarcodeView | AppError> => {
  try {
    return await lookUpBarcode(viewer, viewer.userId, code);
  } catch (error) {
    if (isAppError(error)) return error;
    throw error;
  }
};

/** The form for a barcode: filled in with the product where there is one. A food that has it already is shown. */
const FoodOfBarcode = async ({ code, viewer }: { code: string; viewer: Viewer }) => {
  const [found, { units }] = await Promise.all([known(viewer, code), getProfile(viewer, viewer.userId)]);
  if (isAppError(found))
    return (
      <>
        <Note>{found.message} Once it is saved with its barcode, you find it by that.</Note>
        <OwnFoodForm barcode={code} units={units} />
      </>
    );
  if (found.kind === "own") redirect(foodPath(found.food.id));
  return (
    <>
      <ProductNote product={found.product} />
      <OwnFoodForm product={found.product} units={units} />
    </>
  );
};

const Waiting = ({ code }: { code: string }) => (
  <div className="grid max-w-[800px] gap-5">
    <p role="status" className="text-13 text-ink-2">
      Looking {code} up…
    </p>
    <Skeleton className="h-40" />
    <Skeleton className="h-64" />
  </div>
);

export default async function NewFoodPage({ searchParams }: PageProps<"/foods/new">) {
  const viewer = await requireViewer();
  const { name, barcode } = await searchParams;
  const code = typeof barcode === "string" ? normaliseBarcode(barcode.slice(0, 40)) : null;
  if (code !== null)
    return (
      <>
        <PageHeader title="New food" />
        <Suspense key={code} fallback={<Waiting code={code} />}>
          <FoodOfBarcode code={code} viewer={viewer} />
        </Suspense>
      </>
    );
  const { units } = await getProfile(viewer, viewer.userId);
  return (
    <>
      <PageHeader title="New food" />
      <OwnFoodForm name={typeof name === "string" ? name.toWellFormed().slice(0, 200) : ""} units={units} />
    </>
  );
}
