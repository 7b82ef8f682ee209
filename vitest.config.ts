import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = {
  "@": root.replace(/\/$/, ""),
  // Next replaces this marker when it bundles; in a test both sides run in one process.
  "server-only": `${root}tests/support/server-only.ts`,
};

/** One project per kind of test; `npm test` runs them all, `npx vitest --project unit` runs one. */
export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        plugins: [react()],
        test: {
          name: "unit",
          include: ["tests/{unit,golden,data,architecture}/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/support/unit-setup.ts"],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
