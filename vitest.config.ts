import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = {
  "@": root.replace(/\/$/, ""),
  // Next replaces this marker when it bundles; in a test both sides run in one process.
  "server-only": `${root}tests/support/server-only.ts`,
};

/** How long one test may take: no assertion, only an end for one that hangs, on a machine many times slower than ours. */
const PATIENCE_MS = 600_000;

/** The same integration tests on one of the two databases; each test file gets a fresh, migrated one. */
const integration = (engine: "sqlite" | "postgresql") => ({
  extends: true as const,
  test: {
    name: `integration-${engine}`,
    include: ["tests/integration/**/*.test.ts"],
    globalSetup: ["tests/support/integration-global.ts"],
    setupFiles: ["tests/support/integration-setup.ts"],
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
  },
});

/** The built application in a real browser; `next build` comes before it. */
const endToEnd = (engine: "sqlite" | "postgresql", include: string[]) => ({
  extends: true as const,
  test: {
    name: `e2e-${engine}`,
    include,
    globalSetup: ["tests/support/e2e-global.ts"],
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
    // Two browsers at a time, when the other tests are done: the machines that run this are small.
    maxWorkers: 2,
    sequence: { groupOrder: 1 },
    // As long as a page waits for what it shows, see `browser.ts`: a busy machine takes its time.
    expect: { poll: { timeout: 60_000 } },
  },
});

/** One project per kind of test; `npm test` runs them all, `npx vitest run --project unit` runs one. */
export default defineConfig({
  resolve: { alias },
  test: {
    // Vitest leaves one processor free, which is half of a small machine.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        plugins: [react()],
        test: {
          name: "unit",
          // Tests of components begin with the comment `@vitest-environment jsdom`.
          include: ["tests/{unit,golden,data}/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/support/unit-setup.ts"],
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
        },
      },
      {
        extends: true,
        test: {
          name: "architecture",
          include: ["tests/architecture/**/*.test.ts"],
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
        },
      },
      integration("sqlite"),
      integration("postgresql"),
      endToEnd("sqlite", ["tests/e2e/**/*.test.ts"]),
      endToEnd("postgresql", ["tests/e2e/**/journey*.test.ts"]),
    ],
  },
});
