import type { Metadata } from "next";
import { cookies } from "next/headers";
import {
  parseSingleKeys,
  parseTheme,
  SINGLE_KEYS_COOKIE,
  THEME_COOKIE,
} from "@/components/layout/appearance";
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
        theme={parseTheme(jar.get(THEME_COOKIE)?.value) ?? "system"}
        singleKeys={parseSingleKeys(jar.get(SINGLE_KEYS_COOKIE)?.value)}
      />
    </Section>
  );
}
