import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { SettingsNav } from "./_components/settings-nav";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <PageHeader title="Settings" />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[208px_minmax(0,720px)] phone:gap-3.5">
        <SettingsNav />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5 phone:gap-3.5">{children}</div>
      </div>
    </>
  );
}
