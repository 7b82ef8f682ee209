import { tmpdir } from "node:os";
import { join } from "node:path";
import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(cleanup);

// No test depends on what is installed on this machine.
process.env.FOOD_TABLES_DIR = join(tmpdir(), `assay-tables-${process.pid}`);

// What is waited for comes by itself; a busy machine only makes it come later.
configure({ asyncUtilTimeout: 60_000 });
