// @vitest-environment jsdom
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { FormError } from "@/components/forms/form-error";
import { fieldError } from "@/components/forms/form-state";
import { SubmitButton } from "@/components/forms/submit-button";

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

describe("submit button", () => {
  it("says that it is working and ignores a second press", async () => {
    let calls = 0;
    let finish = () => {};
    render(
      <form
        action={() => {
          calls += 1;
          return new Promise<void>((resolve) => {
            finish = resolve;
          });
        }}
      >
        <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
      </form>,
    );
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    const busy = await screen.findByRole("button", { name: "Saving…" });
    await userEvent.click(busy);
    expect(calls).toBe(1);
    await act(async () => finish());
    expect(screen.getByRole("button", { name: "Save" })).toBeInTheDocument();
  });
});
