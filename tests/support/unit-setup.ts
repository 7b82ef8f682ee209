import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(cleanup);

// What is waited for comes by itself; a busy machine only makes it come later.
configure({ asyncUtilTimeout: 60_000 });
