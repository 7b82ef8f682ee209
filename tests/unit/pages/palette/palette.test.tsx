// @vitest-environment jsdom
import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { DayBoard } from "@/app/(app)/_features/day/day-board";
import { DiaryProvider } from "@/app/(app)/_features/diary/diary-provider";
import { WaitingChanges } from "@/app/(app)/_features/diary/waiting-notice";
import { createFoodTable } from "@/app/(app)/_features/food/food-reading";
import { openSearch } from "@/app/(app)/_features/food/food-search";
import type { FoodTable } from "@/app/(app)/_features/food/food-table";
import { LogHost } from "@/app/(app)/_features/palette/log-host";
import { ShortcutProvider } from "@/components/layout/shortcut-provider";
import { loadCatalogue } from "@/lib/catalogue/load";
import type { RecentFood } from "@/lib/diary/schemas";
import type { NextDose } from "@/lib/insights/schemas";
import { composition } from "@/lib/nutrition";
import { aDay, anEntry, TODAY } from "../day-fixtures";
import { serveDiary, diaryActions as server, diaryWrites as writes } from "../diary-actions";

// The palette is loaded on demand, and a busy machine takes its time over that.

vi.mock("@/app/(app)/diary/actions", async () => (await import("../diary-actions")).diaryActions);
const router = vi.hoisted(() => ({ push: vi.fn(), refresh: vi.fn() }));
vi.mock("next/navigation", () => ({
  useRouter: () => router,
  usePathname: () => "/today",
}));

// The real table and the real search; only the way to them is another than in a browser.
const table = vi.hoisted(() => ({ current: null as FoodTable | null }));
vi.mock("@/app/(app)/_features/food/food-table", () => ({ useFoodTable: () => table.current }));
const realTable = createFoodTable(openSearch([loadCatalogue()]));

const coffee: RecentFood = {
  food: "ndb:14209",
  name: "Coffee, brewed",
  date: TODAY,
  grams: 237,
  portion: null,
  times: 9,
  atMeal: { breakfast: 9, lunch: 0, dinner: 0, snack: 0 },
  nutrients: composition({ magnesium: 7 }),
};

beforeEach(async () => {
  vi.resetAllMocks();
  table.current = realTable;
  server.readPalette.mockResolvedValue({
    ok: true,
    value: { today: TODAY, recent: [coffee], own: [], doses: [] },
  });
  await serveDiary();
  Element.prototype.scrollIntoView = vi.fn();
  Element.prototype.scrollTo = vi.fn() as never;
});

const page = aDay([anEntry({ id: "3b8e6c9a-0000-4000-8000-000000000001" })]);
const show = () => {
  const user = userEvent.setup({ delay: null });
  render(
    <DiaryProvider account="anna" revision={1} today={TODAY}>
      <ShortcutProvider>
        <LogHost version="test">
          <WaitingChanges />
          <DayBoard page={page} group={null} quick={[]} limitNotice="" />
        </LogHost>
      </ShortcutProvider>
    </DiaryProvider>,
  );
  return user;
};
const open = async () => {
  const user = show();
  await user.keyboard("l");
  return { user, input: await screen.findByRole("combobox", { name: "Food and amount" }) };
};
/**
 * Types a line, and the keys after it. All but its last letter comes at once, as from a clipboard: each letter draws the
 * palette and its list anew, and what is tested is what the line as a whole leads to.
 */
const write = async (user: ReturnType<typeof userEvent.setup>, keys: string) => {
  const start = keys.search(/.(?:\{|$)/);
  await user.paste(keys.slice(0, start));
  await user.keyboard(keys.slice(start));
};
const changes = () => writes.changeEntries.mock.calls[0]?.[0].changes;
const sent = (call = 0) =>
  writes.putEntry.mock.calls[call]?.[0] as { id: string; entry: { amount: { grams: number } } };

const MAGNESIUM: NextDose = {
  dose: {
    supplement: "6f0c2b4e-0000-4000-8000-000000000001",
    slot: 1,
    taken: false,
    asNeeded: false,
    entry: {
      ...anEntry({ id: "6f0c2b4e-0000-4000-8000-000000000002" }),
      kind: "supplement",
      food: "supplement:6f0c2b4e-0000-4000-8000-000000000001",
      name: "Relax forte",
      grams: null,
      portion: { id: "dose", label: "capsule", count: 1 },
      nutrients: composition({ magnesium: 100 }),
    },
  },
  contents: [
    {
      nutrient: "magnesium",
      amount: 100,
      unit: "mg",
      form: {
        id: "citrate",
        name: "magnesium citrate",
        label: "Citrate",
        formula: null,
        share: 0.16,
        note: null,
        sources: [],
      },
      compound: null,
      prescribed: false,
    },
  ],
};

describe("food tables that were added since the page was opened", () => {
  it("are taken when the palette opens; nothing happens where they are the same", async () => {
    const answer = (tables: string) =>
      server.readPalette.mockResolvedValue({
        ok: true,
        value: { today: TODAY, recent: [coffee], own: [], doses: [], tables },
      });
    router.refresh.mockClear();
    answer("test");
    const { user } = await open();
    await screen.findByText(/Recent/);
    expect(router.refresh).not.toHaveBeenCalled();
    await user.keyboard("{Escape}");
    answer("test.another");
    await user.keyboard("l");
    await waitFor(() => expect(router.refresh).toHaveBeenCalledOnce());
  });
});

describe("a supplement in the log palette", () => {
  beforeEach(() => {
    server.readPalette.mockResolvedValue({
      ok: true,
      value: { today: TODAY, recent: [coffee], own: [], doses: [MAGNESIUM] },
    });
  });
  const taken = () => writes.logDose.mock.calls.map(([dose]) => dose);
  const { supplement: id } = MAGNESIUM.dose;

  it.each([
    ["its name", "relax", 1],
    ["its nutrient and form", "magnesium citrate", 1],
    ["a number of doses", "2 capsules magnesium", 2],
    ["the strength of one, which is no number of doses", "100 mg magnesium citrate", 1],
  ])("is found by %s and taken with Enter, as no food", async (_, typed, count) => {
    const { user } = await open();
    await write(user, typed);
    const section = await screen.findByRole("region", { name: "Your supplements" });
    expect(within(section).getByRole("button")).toHaveTextContent("Take Relax forte");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(taken()).toEqual([{ id, date: TODAY, slot: 1, count }]));
    expect(writes.putEntry).not.toHaveBeenCalled();
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("logs a name of late without values again, in the weight of last time", async () => {
    server.readPalette.mockResolvedValue({
      ok: true,
      value: {
        today: TODAY,
        recent: [{ ...coffee, food: "text:0123456789abcdef", name: "Canteen curry", grams: 350 }],
        own: [],
        doses: [],
      },
    });
    const { user } = await open();
    await screen.findByRole("option", { name: /Canteen curry.*without values/ });
    await user.keyboard("{Enter}");
    await waitFor(() =>
      expect(sent()?.entry).toMatchObject({ text: "Canteen curry", amount: { grams: 350 } }),
    );
  });

  it("leaves the foods within reach of the arrows, and takes a dose by tapping it", async () => {
    const { user, input } = await open();
    await write(user, "magnesium");
    await screen.findByRole("region", { name: "Your supplements" });
    expect(input).not.toHaveAttribute("aria-activedescendant");
    await user.keyboard("{ArrowDown}");
    const food = document.getElementById(input.getAttribute("aria-activedescendant") ?? "");
    expect(food).toHaveTextContent(/magnesium chloride/);
    await user.keyboard("{ArrowUp}");
    expect(input).not.toHaveAttribute("aria-activedescendant");
    await user.click(screen.getByRole("button", { name: /Take Relax forte/ }));
    await waitFor(() => expect(taken()).toHaveLength(1));
  });

  it("stands behind a food that is called so, and is not there for other words", async () => {
    server.readPalette.mockResolvedValue({
      ok: true,
      value: {
        today: TODAY,
        recent: [],
        own: [],
        doses: [
          {
            ...MAGNESIUM,
            dose: { ...MAGNESIUM.dose, entry: { ...MAGNESIUM.dose.entry, name: "Milk thistle" } },
          },
        ],
      },
    });
    const { user, input } = await open();
    await write(user, "milk");
    await screen.findByRole("region", { name: "Your supplements" });
    const active = document.getElementById(input.getAttribute("aria-activedescendant") ?? "");
    expect(active).toHaveTextContent(/^Milk, whole/);
    await write(user, " whole");
    await waitFor(() => expect(screen.queryByRole("region", { name: "Your supplements" })).toBeNull());
  });
});

describe("the log palette", () => {
  it("opens with L, keeps the focus in the input, and logs with Enter", async () => {
    const { user, input } = await open();
    expect(input).toHaveFocus();
    await write(user, "180 g lentils boiled");
    const active = document.getElementById(input.getAttribute("aria-activedescendant") ?? "");
    expect(active).toHaveAttribute("aria-selected", "true");
    expect(active).toHaveTextContent(/lentils.*180\s*g/i);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(writes.putEntry).toHaveBeenCalledTimes(1));
    expect(sent()).toMatchObject({ entry: { date: TODAY, amount: { grams: 180 } } });
    expect(sent().id).toMatch(/^[0-9a-f-]{36}$/);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("takes household portions, a meal command and the arrows", async () => {
    const { user, input } = await open();
    await write(user, "/d 2 cups cooked spinach");
    expect(input).toHaveValue("2 cups cooked spinach");
    const first = input.getAttribute("aria-activedescendant");
    await user.keyboard("{ArrowDown}");
    expect(input.getAttribute("aria-activedescendant")).not.toBe(first);
    await user.keyboard("{ArrowUp}{Enter}");
    await waitFor(() => expect(writes.putEntry).toHaveBeenCalled());
    expect(sent()).toMatchObject({
      entry: { meal: "dinner", amount: { portion: "1-cup", count: 2 } },
    });
  });

  it("keeps a line that was not added, and offers it selected", async () => {
    const { user } = await open();
    await write(user, "/d 2 cups cooked spinach");
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).toBeNull();
    await user.keyboard("l");
    const input = await screen.findByRole<HTMLInputElement>("combobox", { name: "Food and amount" });
    expect(input).toHaveValue("2 cups cooked spinach");
    expect([input.selectionStart, input.selectionEnd]).toEqual([0, input.value.length]);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(writes.putEntry).toHaveBeenCalledTimes(1));
    expect(sent()).toMatchObject({ entry: { meal: "dinner", amount: { portion: "1-cup", count: 2 } } });
    // What was added is no draft any more.
    await user.keyboard("l");
    expect(await screen.findByRole("combobox", { name: "Food and amount" })).toHaveValue("");
  });

  it("adds once for two quick presses, and stays open with Ctrl and Enter", async () => {
    const { user, input } = await open();
    await write(user, "banana");
    fireEvent.keyDown(input, { key: "Enter", ctrlKey: true });
    fireEvent.keyDown(input, { key: "Enter", ctrlKey: true });
    await waitFor(() => expect(writes.putEntry).toHaveBeenCalled());
    expect(writes.putEntry).toHaveBeenCalledTimes(1);
    expect(input).toBeInTheDocument();
    expect(input).toHaveValue("");
    expect(input).toHaveFocus();
  });

  it("adds the next line, however soon after the one before it is typed", async () => {
    const { input } = await open();
    for (const text of ["banana", "180 g lentils boiled"]) {
      fireEvent.change(input, { target: { value: text } });
      fireEvent.keyDown(input, { key: "Enter", ctrlKey: true });
    }
    await waitFor(() => expect(writes.putEntry).toHaveBeenCalledTimes(2));
  });

  it("ignores Enter while a key repeats or a word is being composed", async () => {
    const { user, input } = await open();
    await write(user, "banana");
    fireEvent.keyDown(input, { key: "Enter", repeat: true });
    fireEvent.keyDown(input, { key: "Enter", isComposing: true });
    expect(writes.putEntry).not.toHaveBeenCalled();
  });

  it.each(["NaN", "-1", "0", "1e308", ""])("refuses the amount %j", async (amount) => {
    const { user } = await open();
    await write(user, "banana{Tab}");
    const field = screen.getByRole("textbox", { name: "Amount" });
    expect(field).toHaveFocus();
    fireEvent.change(field, { target: { value: amount } });
    expect(screen.getByRole("alert")).toHaveTextContent("Type an amount above 0.");
    await user.keyboard("{Enter}");
    for (const button of screen.getAllByRole("button", { name: /^Add to/ })) expect(button).toBeDisabled();
    expect(writes.putEntry).not.toHaveBeenCalled();
  });

  it("says how many foods were found, and offers to create one", async () => {
    const { user } = await open();
    await write(user, "zzqqxx");
    expect(within(screen.getByRole("dialog")).getAllByRole("status")[0]).toHaveTextContent("No food found");
    expect(screen.getByRole("link", { name: "Create “zzqqxx” as your own food" })).toHaveAttribute(
      "href",
      "/foods/new?name=zzqqxx",
    );
    await user.keyboard("{Enter}");
    expect(writes.putEntry).not.toHaveBeenCalled();
  });

  it("begins with what was eaten lately, in the portion of last time", async () => {
    const { user } = await open();
    await user.keyboard("/b");
    const option = await screen.findByRole("option", { name: /Coffee, brewed/ });
    expect(option).toHaveTextContent("9 times");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(writes.putEntry).toHaveBeenCalled());
    expect(sent()).toMatchObject({ entry: { food: "ndb:14209", meal: "breakfast", amount: { grams: 237 } } });
  });

  it("takes a preparation, a note and a time with the food", async () => {
    const { user, input } = await open();
    await write(user, "100 g lentils raw");
    await user.click(screen.getByRole("radio", { name: "Soaked, then boiled" }));
    await user.click(screen.getByRole("button", { name: "Note, time" }));
    await user.type(screen.getByRole("textbox", { name: "Note" }), "with lemon");
    fireEvent.change(screen.getByLabelText("Time"), { target: { value: "08:10" } });
    input.focus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(writes.putEntry).toHaveBeenCalled());
    expect(sent()).toMatchObject({
      entry: { preparation: "soaked-boiled", note: "with lemon", time: "08:10", amount: { grams: 100 } },
    });
  });

  it("asks for the grams where a volume cannot be weighed, and logs nothing before", async () => {
    const { user } = await open();
    await write(user, "200 ml bagel");
    expect(screen.getAllByRole("option", { selected: true })[0]).toHaveTextContent("how much?");
    expect(screen.getByRole("alert")).toHaveTextContent("This food has no measure of volume");
    await user.keyboard("{Enter}");
    expect(writes.putEntry).not.toHaveBeenCalled();
    await user.keyboard("{Tab}190{Enter}");
    await waitFor(() => expect(writes.putEntry).toHaveBeenCalled());
    expect(sent()).toMatchObject({ entry: { amount: { grams: 190 } } });
  });

  it("measures in ounces and, by the food's own cup, in millilitres", async () => {
    const { user } = await open();
    await write(user, "200 ml whole milk");
    expect(screen.getByRole("textbox", { name: "Amount" })).toHaveValue("200");
    await user.selectOptions(screen.getByRole("combobox", { name: "Portion" }), "ounces");
    expect(screen.getByRole("textbox", { name: "Amount" })).toHaveValue("7.28");
    await user.selectOptions(screen.getByRole("combobox", { name: "Portion" }), "millilitres");
    expect(screen.getByRole("textbox", { name: "Amount" })).toHaveValue("200.1");
    await user.click(screen.getAllByRole("button", { name: /^Add to/ })[0] as HTMLElement);
    await waitFor(() => expect(writes.putEntry).toHaveBeenCalled());
    // A cup of milk is 244 g in 236.6 ml.
    expect(sent().entry.amount.grams).toBeCloseTo((200.1 * 244) / 236.5882365, 1);
  });

  it("searches on the server until the table is here", async () => {
    table.current = null;
    const food = realTable.find("ndb:09040");
    const typed = { quantity: 2, unit: null, size: null, words: "bananas", weight: null };
    server.findFoods.mockImplementation(async ({ q }: { q: string }) => ({
      ok: true,
      value: {
        words: "bananas",
        several: false,
        foods:
          q === "2 bananas" && food ? [{ food, typed, amount: realTable.chooseAmount(food, typed) }] : [],
      },
    }));
    const { user } = await open();
    await write(user, "2 bananas");
    expect(await screen.findByRole("option", { name: /Bananas/ })).toHaveTextContent("2 medium");
    expect(server.findFoods).toHaveBeenLastCalledWith({ q: "2 bananas" });
  });
});

describe("fault 2: a line that is half understood", () => {
  it("is asked by the first Enter, and added by the second", async () => {
    const { user, input } = await open();
    await write(user, "/l chipotle wrap");
    fireEvent.keyDown(input, { key: "Enter" });
    const status = within(screen.getByRole("dialog")).getAllByRole("status")[0] as HTMLElement;
    await waitFor(() => expect(status).toHaveTextContent("“chipotle” was not understood."));
    expect(screen.getByText(/Nothing is added yet/)).toBeInTheDocument();
    // The second half of a double press is no answer.
    fireEvent.keyDown(input, { key: "Enter" });
    expect(writes.putEntry).not.toHaveBeenCalled();
    await new Promise((done) => setTimeout(done, 700));
    await user.keyboard("{ArrowDown}{Enter}");
    await waitFor(() => expect(writes.putEntry).toHaveBeenCalledTimes(1));
  });

  it("logs what no food answers without values, when that is chosen", async () => {
    const { user, input } = await open();
    await write(user, "/l 300 g zzqqxx{Enter}");
    expect(writes.putEntry).not.toHaveBeenCalled();
    const chosen = document.getElementById(input.getAttribute("aria-activedescendant") ?? "");
    expect(chosen).toHaveTextContent("Log “zzqqxx” without values");
    await new Promise((done) => setTimeout(done, 700));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(writes.putEntry).toHaveBeenCalledTimes(1));
    expect(sent().entry).toEqual({
      date: TODAY,
      meal: "lunch",
      text: "zzqqxx",
      amount: { grams: 300 },
      typed: "300 g zzqqxx",
    });
  });

  it("offers it behind the closest foods, and keeps the line as it was typed", async () => {
    const { user } = await open();
    await write(user, "2 eggs{Enter}");
    await waitFor(() => expect(writes.putEntry).toHaveBeenCalledTimes(1));
    expect(sent().entry).toMatchObject({ typed: "2 eggs" });
    await user.keyboard("l");
    await screen.findByRole("combobox", { name: "Food and amount" });
    await write(user, "chipotle wrap{ArrowUp}{Enter}");
    await waitFor(() => expect(writes.putEntry).toHaveBeenCalledTimes(2));
    expect(sent(1).entry).toMatchObject({ text: "chipotle wrap", typed: "chipotle wrap" });
  });

  it("takes a food chosen by hand as the answer", async () => {
    const { user } = await open();
    await write(user, "chipotle wrap{ArrowDown}{Enter}");
    await waitFor(() => expect(writes.putEntry).toHaveBeenCalledTimes(1));
  });

  it("fault 3: says what a food is closest to", async () => {
    const { user } = await open();
    await write(user, "plant milk");
    expect(screen.getAllByText("Closest to “plant milk”")).not.toHaveLength(0);
    expect(screen.getByText(/Closest to “plant milk”: no food here is called so/)).toBeInTheDocument();
    await user.keyboard("{ArrowDown}{ArrowUp}{Enter}");
    await waitFor(() => expect(writes.putEntry).toHaveBeenCalledTimes(1));
  });

  it("is held among other foods until it is confirmed; they are added", async () => {
    const { user, input } = await open();
    await write(user, "30 g cheddar, plant milk");
    const list = await screen.findByRole("list", { name: "Proposed entries" });
    await waitFor(() =>
      expect(list).toHaveTextContent("No food is called “plant milk”; this one is closest."),
    );
    await user.keyboard("{Enter}");
    await waitFor(() => expect(writes.changeEntries).toHaveBeenCalledTimes(1));
    expect(changes()).toHaveLength(1);
    expect(input).toHaveValue("plant milk");
  });

  it("is confirmed by keyboard where nothing of it is clear", async () => {
    const { user } = await open();
    await write(user, "chipotle wrap, plant milk");
    await screen.findByRole("list", { name: "Proposed entries" });
    await user.keyboard("{Enter}");
    expect(writes.changeEntries).not.toHaveBeenCalled();
    expect(document.activeElement).toHaveTextContent(/^Yes, /);
    await user.keyboard("{Enter}");
    expect(screen.getAllByRole("button", { name: /^Add 1 to / })).not.toHaveLength(0);
    await user.click(screen.getByRole("button", { name: /^Log “plant milk” without values/ }));
    await user.click(screen.getAllByRole("button", { name: /^Add 2 to / })[0] as HTMLElement);
    await waitFor(() => expect(writes.changeEntries).toHaveBeenCalledTimes(1));
    expect(changes()).toMatchObject([
      { entry: { typed: "chipotle wrap" } },
      { entry: { text: "plant milk", typed: "plant milk" } },
    ]);
  });

  it.each([
    ["1e5 eggs, 30 g cheddar", "“1e5” was not understood as an amount."],
    ["2 cups, 30 g cheddar", "“2 cups” was not understood as an amount."],
    ["breakfast: 2 eggs for lunch, 30 g cheddar", "Two meals are named for it: breakfast, lunch."],
  ])("is not added in part: %s", async (text, question) => {
    const { user } = await open();
    await write(user, text);
    const part = await screen.findByRole("region", { name: "Before it is added" });
    await waitFor(() => expect(part).toHaveTextContent(question));
    await user.keyboard("{Enter}");
    expect(writes.changeEntries).not.toHaveBeenCalled();
    expect(within(part).getByRole("button", { name: "Add it as it is read here" })).toHaveFocus();
  });
});

describe("a meal in one line", () => {
  const SENTENCE = "/d 2 cups cooked spinach, 1 kefir, a handful of pumpkin seeds and 30 g cheddar";
  const proposed = async () => {
    const opened = await open();
    await opened.user.click(opened.input);
    await opened.user.paste(SENTENCE);
    await screen.findByRole("list", { name: "Proposed entries" });
    return opened;
  };
  const rows = () =>
    within(screen.getByRole("list", { name: "Proposed entries" })).getAllByRole("button", {
      expanded: false,
    });

  it("is proposed and logged with Enter as one change", async () => {
    const { user } = await proposed();
    expect(rows()).toHaveLength(4);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(writes.changeEntries).toHaveBeenCalledTimes(1));
    expect(changes()).toMatchObject([
      { op: "put", entry: { meal: "dinner", amount: { portion: "1-cup", count: 2 } } },
      { op: "put", entry: { amount: { portion: "assumed", count: 1 } } },
      { op: "put", entry: { amount: { grams: 30 } } },
      { op: "put", entry: { amount: { grams: 30 } } },
    ]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("is corrected, removed from and put back by keyboard alone", async () => {
    const { user, input } = await proposed();
    await user.keyboard("{ArrowDown}{ArrowDown}");
    expect(document.activeElement).toHaveTextContent("From “1 kefir”");
    await user.keyboard("{Enter}");
    const amount = screen.getByRole("textbox", { name: "Amount" });
    expect(amount).toHaveFocus();
    await user.keyboard("2{Enter}");
    expect(document.activeElement).toHaveTextContent(/480.g/);
    await user.keyboard("{ArrowDown}{Delete}");
    expect(document.activeElement).toHaveTextContent("Put back");
    expect(screen.getAllByRole("button", { name: /^Add 3 to dinner/ })).not.toHaveLength(0);
    await user.keyboard("{Enter}");
    expect(document.activeElement).toHaveTextContent("From “a handful of pumpkin seeds”");
    await user.keyboard("{Escape}");
    expect(input).toHaveFocus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(writes.changeEntries).toHaveBeenCalled());
    expect(changes()).toHaveLength(4);
    expect(changes()?.[1]).toMatchObject({ entry: { amount: { portion: "assumed", count: 2 } } });
  });

  it("adds what is ready and keeps the rest in the line", async () => {
    const { user, input } = await open();
    await user.click(input);
    await user.paste("- 30 g cheddar\n- 200 ml bagel\n- xyzzq");
    await screen.findByRole("list", { name: "Proposed entries" });
    expect(screen.getByRole("region", { name: "Not understood" })).toHaveTextContent("xyzzq");
    expect(screen.getByText(/How many grams was it/)).toBeInTheDocument();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(writes.changeEntries).toHaveBeenCalledTimes(1));
    expect(changes()).toHaveLength(1);
    expect(input).toHaveValue("200 ml bagel, xyzzq");
    expect(input).toHaveFocus();
  });

  it("goes to the meal that the line names while it names one, unless another is chosen", async () => {
    const { user, input } = await open();
    const adds = (to: RegExp) =>
      waitFor(() => expect(screen.getAllByRole("button", { name: to })).not.toHaveLength(0));
    await user.type(input, "/d 2 eggs for breakfast");
    await adds(/^Add to breakfast/);
    await user.type(input, ", 1 banana for lunch");
    await adds(/^Add 2 to breakfast and lunch/);
    expect(screen.getByRole("list", { name: "Proposed entries for breakfast" })).toHaveTextContent("egg");
    expect(screen.getByRole("list", { name: "Proposed entries for lunch" })).toHaveTextContent("banana");
    await user.clear(input);
    await user.type(input, "breakfast: 2 eggs, 1 banana");
    await adds(/^Add 2 to breakfast/);
    await user.click(input);
    await user.type(input, " /s");
    await adds(/^Add 2 to snack/);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(writes.changeEntries).toHaveBeenCalledTimes(1));
    expect(changes()).toMatchObject([{ entry: { meal: "snack" } }, { entry: { meal: "snack" } }]);
  });

  it("keeps corrections while typing goes on, and can be read as one food", async () => {
    const { user, input } = await proposed();
    await user.click(screen.getByRole("button", { name: /^Remove Cheese/ }));
    await user.click(input);
    await write(user, ", 1 banana");
    await screen.findByText(/1 banana/);
    expect(screen.getAllByRole("button", { name: /^Add 4 to dinner/ })).not.toHaveLength(0);
    await user.click(screen.getByRole("button", { name: "Read as one food" }));
    await waitFor(() => expect(screen.queryByRole("list", { name: "Proposed entries" })).toBeNull());
    await user.click(screen.getByRole("button", { name: "Read as a meal of several foods" }));
    expect(await screen.findByRole("list", { name: "Proposed entries" })).toBeInTheDocument();
  });

  it("is not lost when it cannot be saved", async () => {
    writes.changeEntries.mockRejectedValueOnce(new TypeError("fetch failed"));
    const { user } = await proposed();
    await user.keyboard("{Enter}");
    expect(await screen.findByText("1 change waits for the network.")).toBeInTheDocument();
    expect(screen.getByText(/^4 foods \(dinner, Mon 23.Nov\)$/)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Send now" }));
    await waitFor(() => expect(writes.changeEntries).toHaveBeenCalledTimes(2));
    expect(writes.changeEntries.mock.calls[1]).toEqual(writes.changeEntries.mock.calls[0]);
  });
});

describe("a change that cannot be saved", () => {
  it("is not lost, and the same is sent again on demand", async () => {
    writes.putEntry.mockRejectedValueOnce(new TypeError("fetch failed"));
    const { user } = await open();
    await write(user, "180 g lentils boiled{Enter}");
    const list = await screen.findByText("1 change waits for the network.");
    expect(list.closest("[role=status]")).toHaveTextContent("kept on this device");
    const first = sent();
    await user.click(screen.getByRole("button", { name: "Send now" }));
    await waitFor(() => expect(screen.queryByText(/waits for the network/)).toBeNull());
    expect(sent(1)).toEqual(first);
  });

  it("says why the server refused, and can be discarded", async () => {
    writes.putEntry.mockResolvedValue({
      ok: false,
      error: { code: "conflict", message: "A day holds at most 500 entries." },
    });
    const { user } = await open();
    await write(user, "banana{Enter}");
    expect(await screen.findByText("A day holds at most 500 entries.")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Discard" }));
    await waitFor(() => expect(screen.queryByText(/^Not saved:/)).toBeNull());
  });

  it("is sent again when the network is back", async () => {
    writes.putEntry.mockRejectedValueOnce(new TypeError("fetch failed"));
    const { user } = await open();
    await write(user, "banana{Enter}");
    await screen.findByText("1 change waits for the network.");
    await act(async () => {
      window.dispatchEvent(new Event("online"));
    });
    await waitFor(() => expect(writes.putEntry).toHaveBeenCalledTimes(2));
    expect(sent(1)).toEqual(sent(0));
  });
});

describe("the day", () => {
  it("shows a delete at once and sends it", async () => {
    let answer: (value: { ok: true }) => void = () => {};
    writes.removeEntry.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const user = show();
    expect(screen.getByRole("rowheader", { name: /Lentils/ })).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Change Lentils" }));
    await user.click(await screen.findByRole("menuitem", { name: "Delete" }));
    await waitFor(() => expect(screen.queryByRole("rowheader", { name: /Lentils/ })).toBeNull());
    await waitFor(() => expect(writes.removeEntry).toHaveBeenCalledTimes(1));
    expect(writes.removeEntry).toHaveBeenCalledWith({ id: "3b8e6c9a-0000-4000-8000-000000000001" });
    await act(async () => answer({ ok: true }));
  });

  it("is marked complete, or as not everything logged, and back by the same button or Undo", async () => {
    const user = show();
    const said = () => writes.setDayMark.mock.calls.map(([{ mark }]) => mark);
    const card = () => screen.getByRole("region", { name: "Is the day complete?" });
    await user.click(screen.getByRole("button", { name: "Day complete" }));
    await waitFor(() => expect(writes.setDayMark).toHaveBeenCalledWith({ date: TODAY, mark: "complete" }));
    await user.click(screen.getByRole("button", { name: "Not everything logged" }));
    await waitFor(() => expect(said()).toEqual(["complete", "incomplete"]));
    await user.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(said()).toHaveLength(3));
    await waitFor(() => expect(card()).toHaveTextContent("counts once it is over"));
  });

  it("opens the palette at the meal whose + was pressed", async () => {
    const user = show();
    await user.click(screen.getByRole("button", { name: "Add food to dinner" }));
    await user.type(await screen.findByRole("combobox", { name: "Food and amount" }), "banana{Enter}");
    await waitFor(() => expect(writes.putEntry).toHaveBeenCalled());
    expect(sent()).toMatchObject({ entry: { meal: "dinner" } });
  });
});
