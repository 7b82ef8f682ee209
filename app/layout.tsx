import "@fontsource-variable/inter/opsz.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { parseTheme, THEME_COOKIE } from "@/components/layout/appearance";

export const metadata: Metadata = {
  title: { default: "Assay", template: "%s · Assay" },
  description: "Whether your food gives you enough magnesium, zinc, calcium, iron, selenium and potassium.",
  icons: { apple: [{ url: "/icons/apple-touch-180.png", sizes: "180x180", type: "image/png" }] },
  appleWebApp: { capable: true, title: "Assay" },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  viewportFit: "cover",
  // The keyboard of a phone makes the page smaller instead of lying on it; where a browser does not know this, sheets
  // make room by themselves.
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f7f6" },
    { media: "(prefers-color-scheme: dark)", color: "#0e1011" },
  ],
};

/** The theme comes from a cookie, so that the first paint is already right and no script has to run. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang="en" {...(theme && { "data-theme": theme })}>
      <body>{children}</body>
    </html>
  );
}
