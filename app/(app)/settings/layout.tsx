import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { SettingsNav } from "./_components/settings-nav";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <PageHeader title="Settings" />
      <div className="grid items-start gap-5 lg:grid-cols-[208px_minmax(0,720px)] phone:gap-3.5">
        <SettingsNav />
        <div className="grid min-w-0 gap-5 phone:gap-3.5">{children}</div>
      </div>
    </>
  );
}
