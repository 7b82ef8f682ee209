// @vitest-environment jsdom
import { act } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { Checkbox, NumberInput, Select, TextArea, TextInput } from "@/components/ui/inputs";
import { Segmented } from "@/components/ui/segmented";

const keep = vi.fn();
const Held = () => (
  <>
    <TextInput aria-label="line" value="" onChange={keep} />
    <TextArea aria-label="lines" value="" onChange={keep} />
    <NumberInput aria-label="number" value="" onChange={keep} />
    <Select aria-label="choice" value="a" onChange={keep}>
      <option>a</option>
    </Select>
    <Checkbox label="tick" checked={false} onChange={keep} />
    <Segmented label="one" options={[{ value: "a", label: "A" }]} value="a" onValueChange={keep} />
  </>
);
const Free = () => (
  <>
    <TextInput aria-label="line" name="line" />
    <Select aria-label="choice" defaultValue="a">
      <option>a</option>
    </Select>
  </>
);

const waiting = (root: ParentNode) =>
  root.querySelectorAll(
    "input[readonly], textarea[readonly], select[disabled], [type=checkbox][disabled], [inert]",
  );

describe("before scripts run", () => {
  it("a field that the page holds takes nothing, since it would be wiped; afterwards it does", async () => {
    const root = document.createElement("div");
    root.innerHTML = renderToString(<Held />);
    expect(waiting(root)).toHaveLength(6);
    await act(async () => {
      hydrateRoot(root, <Held />);
    });
    expect(waiting(root)).toHaveLength(0);
  });

  it("a field that the browser holds takes what is typed", () => {
    const root = document.createElement("div");
    root.innerHTML = renderToString(<Free />);
    expect(waiting(root)).toHaveLength(0);
  });
});
