import type { Metadata } from "next";
import { cookies } from "next/headers";
import { SINGLE_KEYS_COOKIE, singleKeysOf } from "@/components/layout/single-keys";
import { THEME_COOKIE, themeOf } from "@/components/layout/theme";
import { AppearanceForm } from "../_components/appearance-form";
import { Section } from "../_components/section";

export const metadata: Metadata = { title: "Appearance" };

export default async function AppearancePage() {
  const jar = await cookies();
  return (
    <Section
      id="appearance"
      title="Appearance"
      lead="Kept in this browser, so another one can look different."
    >
      <AppearanceForm
        theme={themeOf(jar.get(THEME_COOKIE)?.value) ?? "system"}
        singleKeys={singleKeysOf(jar.get(SINGLE_KEYS_COOKIE)?.value)}
      />
    </Section>
  );
}
