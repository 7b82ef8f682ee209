// @vitest-environment jsdom
import { act, render, screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { useSave } from "@/app/_forms/use-save";
import { DiaryProvider } from "@/app/(app)/_features/diary/diary-provider";
import { WaitingChanges } from "@/app/(app)/_features/diary/waiting-notice";
import { TODAY } from "../day-fixtures";
import { serveDiary } from "../diary-actions";

vi.mock("next/navigation", () => ({
  useRouter: () => ({ refresh: vi.fn() }),
  usePathname: () => "/settings",
}));

let server: { status: number; body: object };
beforeEach(async () => {
  await serveDiary();
  vi.stubGlobal("fetch", async () => Response.json(server.body, { status: server.status }));
});

const Form = () => {
  const { save, question } = useSave({
    path: "/api/v1/settings/alerts",
    version: "1",
    base: { hour: 7 },
    partial: true,
    label: "Your alert settings",
    labels: { hour: "Daily look" },
    onSaved: () => {},
    onKept: () => {},
  });
  return (
    <>
      {question}
      <button type="button" onClick={() => save({ hour: 9 })}>
        Save
      </button>
    </>
  );
};

const show = (form: boolean) => (
  <DiaryProvider account="anna" revision={1} today={TODAY}>
    <WaitingChanges />
    {form && <Form />}
  </DiaryProvider>
);

it("fault 3: what a form asks is asked once; the notice asks where the form is gone", async () => {
  server = {
    status: 412,
    body: { error: { code: "changed", message: "It was changed." }, current: { hour: 8, version: "2" } },
  };
  const { rerender } = render(show(true));
  await act(async () => screen.getByRole("button", { name: "Save" }).click());
  await screen.findByText("Changed on another device");
  expect(screen.getByRole("status")).toBeEmptyDOMElement();

  rerender(show(false));
  await screen.findByText("It was changed on another device, too.");
});
