// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { Button, ButtonLink, IconButton } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Checkbox, NumberInput, Select, TextInput } from "@/components/ui/inputs";
import { Segmented } from "@/components/ui/segmented";
import { showToast, ToastHost } from "@/components/ui/toast";

describe("buttons", () => {
  it("do not submit by accident and are named by their label", async () => {
    const submit = vi.fn((event: React.FormEvent) => event.preventDefault());
    render(
      <form onSubmit={submit}>
        <Button>Add</Button>
        <IconButton label="Print">x</IconButton>
        <ButtonLink href="/x">Go</ButtonLink>
      </form>,
    );
    await userEvent.click(screen.getByRole("button", { name: "Add" }));
    await userEvent.click(screen.getByRole("button", { name: "Print" }));
    expect(submit).not.toHaveBeenCalled();
    expect(screen.getByRole("link", { name: "Go" })).toHaveAttribute("href", "/x");
  });
});

describe("field", () => {
  it("ties label, hint and error to its control", () => {
    render(
      <Field label="Age" hint="In years" error="must be 1 or more" required>
        <TextInput name="age" />
      </Field>,
    );
    const input = screen.getByRole("textbox", { name: "Age" });
    expect(input).toHaveAccessibleDescription("In years must be 1 or more");
    expect(input).toBeInvalid();
    expect(input).toBeRequired();
  });

  it("says nothing of errors when there are none", () => {
    render(
      <Field label="Portion">
        <Select>
          <option>cup</option>
        </Select>
      </Field>,
    );
    const select = screen.getByRole("combobox", { name: "Portion" });
    expect(select).toBeValid();
    expect(select).not.toHaveAttribute("aria-describedby");
  });

  it("ties a checkbox to its explanation", async () => {
    render(<Checkbox label="Kidney disease" description="Hides potassium." name="kidney" />);
    const box = screen.getByRole("checkbox", { name: "Kidney disease" });
    expect(box).toHaveAccessibleDescription("Hides potassium.");
    await userEvent.click(screen.getByText("Kidney disease"));
    expect(box).toBeChecked();
  });
});

describe("number input", () => {
  it.each([
    ["1,234", "Read as 1234; 1.234 would be written 1.234."],
    ["<1.500", "Read as 1.500; 1500 would be written 1500."],
    ["12,5", ""],
    ["0,125", ""],
    ["1,234,567", ""],
    ["1234", ""],
  ])("fault 13: says how %s is read where it could be read two ways", async (typed, note) => {
    render(
      <Field label="Weight">
        <NumberInput unit="g" />
      </Field>,
    );
    await userEvent.type(screen.getByRole("textbox", { name: "Weight" }), typed);
    expect(screen.getByRole("status").textContent).toBe(note);
  });

  it("steps within its bounds and tells the form", async () => {
    const change = vi.fn();
    render(
      <Field label="Portions">
        <NumberInput
          step={0.5}
          min={0.5}
          max={2}
          defaultValue="1"
          onChange={(event) => change(event.target.value)}
        />
      </Field>,
    );
    const input = screen.getByRole("textbox", { name: "Portions" });
    await userEvent.click(screen.getByRole("button", { name: "More" }));
    expect(input).toHaveValue("1.5");
    await userEvent.click(screen.getByRole("button", { name: "More" }));
    await userEvent.click(screen.getByRole("button", { name: "More" }));
    expect(input).toHaveValue("2");
    for (let press = 0; press < 5; press += 1)
      await userEvent.click(screen.getByRole("button", { name: "Less" }));
    expect(input).toHaveValue("0.5");
    expect(change.mock.calls.map(([value]) => value)).toContain("1.5");
  });

  it("takes a comma and keeps what it cannot read", async () => {
    render(
      <Field label="Portions">
        <NumberInput step={1} />
      </Field>,
    );
    const input = screen.getByRole("textbox");
    await userEvent.type(input, "1,5");
    await userEvent.click(screen.getByRole("button", { name: "More" }));
    expect(input).toHaveValue("2.5");
  });
});

const OPTIONS = [
  { value: "a", label: "Woman" },
  { value: "b", label: "Man" },
  { value: "c", label: "Other" },
] as const;

const Controlled = ({ change }: { change: (value: string) => void }) => {
  const [value, setValue] = useState<"a" | "b" | "c">("a");
  return (
    <Segmented
      label="Sex"
      options={OPTIONS}
      value={value}
      onValueChange={(next) => {
        change(next);
        setValue(next);
      }}
    />
  );
};

describe("segmented", () => {
  it("is one radio group in the tab order, moved by arrow keys", async () => {
    const change = vi.fn();
    render(<Controlled change={change} />);
    expect(screen.getByRole("radiogroup", { name: "Sex" })).toBeInTheDocument();
    await userEvent.tab();
    expect(screen.getByRole("radio", { name: "Woman" })).toHaveFocus();
    await userEvent.keyboard("{ArrowRight}");
    expect(screen.getByRole("radio", { name: "Man" })).toBeChecked();
    await userEvent.keyboard("{ArrowLeft}{ArrowLeft}");
    expect(screen.getByRole("radio", { name: "Other" })).toBeChecked();
    expect(change.mock.calls.flat()).toEqual(["b", "a", "c"]);
    await userEvent.tab();
    expect(document.body).toHaveFocus();
  });

  it("sends its choice with the form and names its error", () => {
    const { container } = render(
      <form>
        <Segmented
          label="Sex"
          name="sex"
          options={OPTIONS}
          defaultValue="b"
          hint="For targets"
          error="choose one"
        />
      </form>,
    );
    const form = container.querySelector("form");
    if (!form) throw new Error("no form");
    expect(new FormData(form).get("sex")).toBe("b");
    expect(screen.getByRole("radiogroup")).toHaveAccessibleDescription("For targets choose one");
  });
});

describe("dialog", () => {
  it("opens with its title, keeps the focus inside and gives it back", async () => {
    render(
      <Dialog trigger={<Button>Edit</Button>} title="Edit almonds" description="Snack">
        <DialogClose>
          <Button>Done</Button>
        </DialogClose>
      </Dialog>,
    );
    const trigger = screen.getByRole("button", { name: "Edit" });
    await userEvent.click(trigger);
    const dialog = screen.getByRole("dialog", { name: "Edit almonds" });
    expect(dialog).toHaveAccessibleDescription("Snack");
    expect(dialog).toContainElement(document.activeElement as HTMLElement);
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(trigger).toHaveFocus();
  });
});

describe("toast", () => {
  it("says what changed and undoes it", async () => {
    // jsdom has no pointer capture, which the toast uses to be swiped away.
    HTMLElement.prototype.setPointerCapture = () => {};
    const undo = vi.fn();
    render(<ToastHost />);
    showToast("Almonds removed", { onUndo: undo });
    expect(await screen.findByText("Almonds removed")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Undo" }));
    expect(undo).toHaveBeenCalledOnce();
  });
});
