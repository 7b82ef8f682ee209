// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { FormError, fieldError } from "@/components/forms/form-error";

describe("form error", () => {
  it("says what is wrong, links to the fields and takes the focus", () => {
    render(
      <FormError
        state={{
          message: "The profile was not saved.",
          fields: { age: "must be 1 or more", other: "is unknown" },
        }}
        labels={{ age: "Age" }}
      />,
    );
    const alert = screen.getByRole("alert");
    expect(alert).toHaveFocus();
    expect(alert).toHaveTextContent("The profile was not saved.");
    expect(screen.getByRole("link", { name: "Age" })).toHaveAttribute("href", "#age");
    expect(alert).toHaveTextContent("other is unknown");
  });

  it("is silent without an error", () => {
    const { container } = render(
      <>
        <FormError state={null} />
        <FormError state={{ ok: true, message: "Saved" }} />
      </>,
    );
    expect(container).toBeEmptyDOMElement();
  });

  it("finds a field's own error only", () => {
    const state = { fields: { age: "must be 1 or more" } };
    expect(fieldError(state, "age")).toBe("must be 1 or more");
    expect(fieldError(state, "name")).toBeUndefined();
    expect(fieldError(state, "constructor")).toBeUndefined();
    expect(fieldError(null, "age")).toBeUndefined();
  });
});
