import type { Metadata } from "next";
import { PublicHeader } from "@/components/layout/public-header";
import { NothingHere } from "@/components/ui/placeholders";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <div className="min-h-dvh">
      <PublicHeader />
      <main className="px-4">
        <NothingHere />
      </main>
    </div>
  );
}
