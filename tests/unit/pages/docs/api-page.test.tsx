// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { operations } from "@/app/api/v1/_contract";
import { fieldLines, type JsonSchema, typeWords } from "@/app/docs/api/_components/schema";
import ApiPage from "@/app/docs/api/page";

const schema = (type: z.ZodType) => z.toJSONSchema(type, { io: "input" }) as JsonSchema;

describe("schemas in words", () => {
  test.each([
    [z.number().min(0).max(10), "number, at least 0, at most 10"],
    [z.number().positive().nullable(), "number, above 0, or null"],
    [z.int(), "whole number"],
    [z.enum(["a", "b"]), "one of a, b"],
    [z.literal("ok"), "“ok”"],
    [z.array(z.string().max(5)), "list of text, at most 5 characters"],
    [z.string().nullable(), "text, or null"],
  ])("%#: %2$s", (type, words) => {
    expect(typeWords(schema(type))).toBe(words);
  });

  test("the fields of inner objects stand below theirs, and a choice says so", () => {
    const body = z.strictObject({
      amount: z.union([
        z.strictObject({ grams: z.number() }),
        z.strictObject({ portion: z.string(), count: z.number() }),
      ]),
      note: z.string().optional(),
    });
    expect(
      fieldLines(schema(body)).map(({ name, depth, required, or }) => [name, depth, required, or]),
    ).toEqual([
      ["amount", 0, true, false],
      ["grams", 1, true, false],
      ["portion", 1, true, true],
      ["count", 1, true, false],
      ["note", 0, false, false],
    ]);
  });
});

test("every call of the contract is on the page, with its summary", () => {
  const { container } = render(<ApiPage />);
  expect(container.querySelectorAll("details")).toHaveLength(operations.length);
  for (const { summary } of operations) expect(screen.getAllByText(summary).length).toBeGreaterThan(0);
});
