import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localPath } from "@/lib/http/local-path";

describe("localPath", () => {
  test.each([
    ["/foods?q=a#b", "/foods?q=a#b"],
    ["https://assay.example.org/settings", "/settings"],
    ["settings", "/settings"],
  ])("keeps what lies on this site: %s", (wanted, path) => {
    expect(localPath(wanted, "/today", "https://assay.example.org")).toBe(path);
  });

  test.each([
    "https://evil.example/x",
    "//evil.example/x",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "http://assay.example.org/other-scheme",
    "javascript:alert(1)",
    "data:text/html,x",
    "https://assay.example.org:444/",
    "",
    null,
    undefined,
  ])("does not follow %j", (wanted) => {
    expect(localPath(wanted, "/today", "https://assay.example.org")).toBe("/today");
  });

  test("whatever comes in, a browser that goes there stays on the site", () => {
    const origin = "https://assay.example.org";
    const piece = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      ":",
      "@",
      "evil.example",
      "https:",
      "\t",
      "\n",
      "%2f",
      "?",
      "#",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = localPath(pieces.join(""), "/today", origin);
        expect(new URL(path, origin).origin).toBe(origin);
      }),
      { numRuns: 2000 },
    );
  });
});
