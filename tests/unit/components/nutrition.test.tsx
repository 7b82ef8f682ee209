// @vitest-environment jsdom
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { EvidenceGrade } from "@/components/nutrition/evidence-grade";
import { FoodTag } from "@/components/nutrition/food-tag";
import { Hallmark } from "@/components/nutrition/hallmark";
import { LikelihoodScale, likelihoodWords } from "@/components/nutrition/likelihood-scale";
import { MealTable } from "@/components/nutrition/meal-table";
import { MineralRow } from "@/components/nutrition/mineral-row";
import { MineralRows } from "@/components/nutrition/mineral-rows";
import { SixUp } from "@/components/nutrition/six-up";
import { SuggestionItem } from "@/components/nutrition/suggestions";
import { TwoZoneBar } from "@/components/nutrition/two-zone-bar";
import { WeekStrip } from "@/components/nutrition/week-strip";
import { barAmounts, limitCaption } from "@/components/nutrition/wording";
import { MINERALS } from "@/lib/nutrition";
import { magnesium, mineralDay, minerals, plain, total } from "./fixtures";

const rowName = (day: Parameters<typeof MineralRow>[0]["day"]): string => {
  const { unmount } = render(<MineralRow day={day} href="/minerals/x" />);
  const name = screen.getByRole("link").getAttribute("aria-label");
  unmount();
  return plain(name);
};

describe("mineral row", () => {
  it("says a lower bound in a sentence", () => {
    expect(rowName(magnesium)).toBe(
      "Magnesium: at least 241 mg, 75 % of your 320 mg target. Up to 79 mg to go. 1 entry has no value for it.",
    );
  });

  it("says that nothing is logged, without a figure", () => {
    expect(rowName(mineralDay("zinc", { target: 8 }))).toBe("Zinc: nothing logged yet. Your 8 mg target.");
    render(<MineralRow day={mineralDay("zinc", { target: 8 })} />);
    expect(screen.getByText("–")).toBeInTheDocument();
    expect(screen.queryByText(/^0/)).toBeNull();
  });

  it("says that no food reports it, without a figure", () => {
    const day = mineralDay("selenium", { target: 55, total: total("selenium", null, 0, 3), short: 55 });
    expect(rowName(day)).toBe("Selenium: no data. 3 entries have no value for it.");
    render(<MineralRow day={day} />);
    expect(screen.getByText("no data")).toBeInTheDocument();
    expect(screen.getByText("no food reports it")).toBeInTheDocument();
  });

  it("names a reached target, supplements and the upper limit", () => {
    const zinc = mineralDay("zinc", {
      target: 8,
      ul: 40,
      ulScope: "total",
      total: total("zinc", 20.4, 8, 8),
      fromSupplements: total("zinc", 15, 1, 1),
    });
    expect(rowName(zinc)).toBe(
      "Zinc: 20.4 mg, 255 % of your 8 mg target. Target reached. 15.0 mg of this is from supplements. Upper limit 40 mg.",
    );
  });

  it("puts an amount above the limit first, and names the scope of magnesium's", () => {
    const zinc = mineralDay("zinc", {
      target: 8,
      ul: 40,
      ulScope: "total",
      total: total("zinc", 43, 8, 8),
      overLimit: 3,
    });
    expect(rowName(zinc)).toContain("3.0 mg above the upper limit.");
    const pills = mineralDay("magnesium", {
      ul: 350,
      ulScope: "supplements",
      total: total("magnesium", 600, 8, 8),
      fromSupplements: total("magnesium", 400, 1, 1),
      overLimit: 50,
    });
    expect(rowName(pills)).toContain("50 mg above the upper limit for supplements.");
    const { container } = render(<MineralRow day={pills} />);
    expect(container.querySelector('[data-part="limit"]')).toBeNull();
    expect(screen.getByText("no food limit")).toBeInTheDocument();
  });

  it("never calls 99.9 % of a target reached", () => {
    const day = mineralDay("potassium", {
      target: 2600,
      total: total("potassium", 2599.7, 8, 8),
      short: 0.3,
    });
    expect(rowName(day)).toContain("99 % of your 2,600 mg target. <1 mg to go.");
  });
});

describe("what is not meant for somebody", () => {
  const potassium = mineralDay("potassium", {
    total: total("potassium", 2080, 8, 8),
    target: null,
    kind: null,
    state: "switched-off",
  });
  const text = (day: Parameters<typeof MineralRow>[0]["day"]): string => {
    const { container, unmount } = render(<MineralRow day={day} href="/minerals/x" />);
    const words = plain(container.textContent);
    unmount();
    return words;
  };

  it("is switched off, with whom to ask, never without a limit", () => {
    expect(text(potassium)).toContain("switched off, ask your care team");
    expect(text(potassium)).not.toContain("no set limit");
    expect(rowName(potassium)).toBe(
      "Potassium: 2,080 mg. No usual target. Switched off, ask your care team.",
    );
    expect(rowName({ ...potassium, total: total("potassium", null, 0, 0) })).toBe(
      "Potassium: nothing logged yet. Switched off, ask your care team.",
    );
  });

  it("asks for nothing more where the target is the person's own", () => {
    const own = { ...potassium, target: 2500, kind: "custom" as const };
    expect(rowName(own)).toBe(
      "Potassium: 2,080 mg, 83 % of your 2,500 mg target. Your own target. Switched off, ask your care team.",
    );
  });

  it("still says what lies above a limit, and draws that limit only then", () => {
    const calcium = mineralDay("calcium", {
      total: total("calcium", 2000, 8, 8),
      target: null,
      ul: 2500,
      ulScope: "total",
      state: "switched-off",
    });
    expect(barAmounts(calcium).limit).toBeNull();
    const over = { ...calcium, total: total("calcium", 2600, 8, 8), overLimit: 100 };
    expect(barAmounts(over).limit).toBe(2500);
    expect(text(over)).toContain("100 mg above the upper limit");
  });

  it("is not known yet without a profile; no set limit is said only where the standard sets none", () => {
    const unset = { target: null, kind: null, state: "no-profile" } as const;
    for (const mineral of MINERALS) {
      expect(limitCaption(mineralDay(mineral, unset))).toBe("limit not known yet");
    }
    expect(limitCaption(mineralDay("potassium"))).toBe("no set limit");
    expect(limitCaption(magnesium)).toBe("no food limit");
  });

  it("shows no share of a target, no bar and no count to whom scores are hidden from", () => {
    const quiet = { ...magnesium, scores: false };
    expect(rowName(quiet)).toBe("Magnesium: at least 241 mg. Target 320 mg. 1 entry has no value for it.");
    const { container } = render(<MineralRows days={[quiet]} />);
    expect(plain(container.textContent)).not.toMatch(/%|at target|to go|reached/);
    expect(container.querySelector(".bar")).toBeNull();
  });
});

describe("minerals card", () => {
  it("keeps the order of the minerals and counts those at target", () => {
    const days = [...MINERALS].reverse().map((mineral, index) =>
      mineralDay(mineral, {
        total: total(mineral, index < 2 ? 400 : 100, 1, 1),
        short: index < 2 ? null : 220,
      }),
    );
    render(<MineralRows days={days} hrefOf={(mineral) => `/minerals/${mineral}`} />);
    expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual(
      MINERALS.map((mineral) => `/minerals/${mineral}`),
    );
    expect(screen.getByText("2 of 6 at target")).toBeInTheDocument();
  });

  it("invites to log before anything is logged", () => {
    render(<MineralRows days={MINERALS.map((mineral) => mineralDay(mineral))} />);
    expect(screen.getByText("Log a food to start")).toBeInTheDocument();
    expect(screen.queryByRole("link")).toBeNull();
  });

  it("draws each suggestion's preview on its own slot", () => {
    const { container } = render(
      <MineralRows days={[magnesium]} previews={[{ magnesium: 157 }, { zinc: 1 }, { magnesium: 19 }]} />,
    );
    const slots = [...container.querySelectorAll("[data-preview]")].map((node) =>
      node.getAttribute("data-preview"),
    );
    expect(slots).toEqual(["1", "3"]);
  });
});

describe("bar, marks and small parts", () => {
  it("mutes what is already eaten while a food is weighed up, also when it adds nothing", () => {
    const bar = (added: number | null) =>
      render(
        <TwoZoneBar
          mineral="iron"
          food={6}
          supplement={null}
          possibleExtra={null}
          target={18}
          limit={45}
          added={added}
        />,
      ).container.querySelector(".bar");
    expect(bar(2)).toHaveClass("bar-adding");
    expect(bar(0)).toHaveClass("bar-adding");
    expect(bar(null)).not.toHaveClass("bar-adding");
  });

  it("hides the bar from screen readers and draws no food when it is unknown", () => {
    const { container } = render(
      <TwoZoneBar mineral="iron" food={null} supplement={null} possibleExtra={null} target={18} limit={45} />,
    );
    expect(container.firstElementChild).toHaveAttribute("aria-hidden", "true");
    expect(container.querySelector('[data-part="food"]')).toBeNull();
    expect(container.querySelector('[data-part="limit"]')).not.toBeNull();
  });

  it("names a mark only when it stands alone", () => {
    render(<Hallmark mineral="iron" named />);
    expect(screen.getByRole("img", { name: "Iron" })).toBeInTheDocument();
    const { container } = render(<Hallmark mineral="zinc" />);
    expect(container.querySelector("svg")).toHaveAttribute("aria-hidden", "true");
  });

  it("lists all six minerals of a six-up and hatches the unknown ones", () => {
    render(
      <SixUp
        amounts={minerals({ calcium: 30, iron: 1.9, potassium: 70, selenium: 0 })}
        targets={{ magnesium: 320, zinc: 8, calcium: 1000, iron: 18, selenium: 55, potassium: 2600 }}
      />,
    );
    const six = screen.getByRole("img");
    expect(plain(six.getAttribute("aria-label"))).toBe(
      "Magnesium no data, Zinc no data, Calcium 30 mg, Iron 1.9 mg, Selenium 0 µg, Potassium 70 mg",
    );
    expect([...six.children].map((bar) => bar.classList.contains("no-data"))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect([...six.children].map((bar) => bar.childElementCount)).toEqual([0, 0, 1, 1, 0, 1]);
  });

  it("tells tags and evidence in words", () => {
    render(
      <>
        <FoodTag kind="article" />
        <FoodTag kind="eaten" when="last week" />
        <FoodTag kind="label" reported={3} />
        <EvidenceGrade grade="none" />
      </>,
    );
    for (const text of ["From the article", /You ate this last week/, /Label: 3 of 6/, "No human studies"]) {
      expect(screen.getByText(text)).toBeInTheDocument();
    }
  });

  it("cuts the likelihood at 5, 20, 80 and 95 %", () => {
    expect([1, 0.95, 0.94, 0.8, 0.79, 0.2, 0.19, 0.06, 0.05, 0].map(likelihoodWords)).toEqual([
      "very probably below your need",
      "very probably below your need",
      "probably below your need",
      "probably below your need",
      "cannot tell yet",
      "cannot tell yet",
      "probably meets your need",
      "probably meets your need",
      "very probably meets your need",
      "very probably meets your need",
    ]);
    render(<LikelihoodScale below={0.84} />);
    expect(plain(screen.getByRole("img").getAttribute("aria-label"))).toBe(
      "84 % likely that usual intake is below the need: probably below your need",
    );
  });
});

describe("suggestion", () => {
  it("names food, portion, what it adds and its caution, and holds the action", async () => {
    const add = vi.fn();
    render(
      <ul>
        <SuggestionItem
          slot={2}
          name="Spinach, cooked"
          portion="1 cup · 180 g"
          group="leafy greens"
          deltas={[{ mineral: "magnesium", amount: 157 }]}
          tags={[{ kind: "article" }]}
          caution="Its calcium is mostly bound."
          action={
            <button type="button" onClick={add}>
              Add
            </button>
          }
        />
      </ul>,
    );
    const item = screen.getByRole("listitem");
    expect(item).toHaveAttribute("data-suggestion", "2");
    expect(plain(item.textContent)).toContain("1 cup · 180 g · leafy greens");
    expect(plain(item.textContent)).toContain("Magnesium+157 mg");
    expect(item).toHaveTextContent("Its calcium is mostly bound.");
    await userEvent.click(within(item).getByRole("button", { name: "Add" }));
    expect(add).toHaveBeenCalledOnce();
  });
});

describe("week strip", () => {
  const days = (["complete", "partial", "none", "incomplete"] as const).map((state, index) => ({
    date: `2026-05-${12 + index}`,
    state,
    href: `/diary/2026-05-${12 + index}`,
  }));

  it("spells out each day's state and marks the current one", () => {
    render(<WeekStrip days={days} current="2026-05-14" />);
    expect(screen.getAllByRole("link").map((link) => plain(link.getAttribute("aria-label")))).toEqual([
      "12 May, complete",
      "13 May, not marked complete",
      "14 May, not logged",
      "15 May, not everything logged",
    ]);
    expect(screen.getByRole("link", { current: "date" })).toHaveAttribute("href", "/diary/2026-05-14");
  });

  it("is walked day by day with Tab", async () => {
    render(<WeekStrip days={days} current="2026-05-14" />);
    const links = screen.getAllByRole("link");
    for (const link of links) {
      await userEvent.tab();
      expect(link).toHaveFocus();
    }
  });
});

describe("meal table", () => {
  const targets = { magnesium: 320, zinc: 8, calcium: 1000, iron: 18, selenium: 55, potassium: 2600 };
  const entry = (id: string, name: string, nutrients: ReturnType<typeof minerals>, more: object = {}) => ({
    id,
    kind: "food" as const,
    name,
    grams: 40,
    portion: { label: "cup", count: 0.5 },
    nutrients,
    ...more,
  });
  const cells = (row: HTMLElement) => within(row).getAllByRole("cell").slice(0, 6);

  it("shows unknown as no data, totals as at least, and never 0 for either", () => {
    render(
      <MealTable
        targets={targets}
        meals={[
          {
            meal: "lunch",
            time: "12:55",
            entries: [
              entry("a", "Lentil soup", minerals({ magnesium: 48, iron: 4.6 })),
              entry("b", "Sourdough", minerals({ iron: 1.9 })),
            ],
          },
        ]}
      />,
    );
    const [lunch, soup, bread] = screen.getAllByRole("row").slice(1);
    if (!lunch || !soup || !bread) throw new Error("rows are missing");
    expect(cells(lunch)[0]).toHaveTextContent("48+at least 48");
    expect(cells(lunch)[3]).toHaveTextContent("6.5");
    expect(within(cells(lunch)[1] as HTMLElement).getByRole("img", { name: "no data" })).toBeInTheDocument();
    expect(within(cells(bread)[0] as HTMLElement).getByRole("img", { name: "no data" })).toBeInTheDocument();
    expect(plain(soup.textContent)).toContain("½ cup · 40 g");
    expect(bread.textContent).not.toMatch(/\b0\b/);
  });

  it("takes what a supplement does not list as absent, not as a gap in the total", () => {
    render(
      <MealTable
        targets={targets}
        meals={[
          {
            meal: "supplements",
            entries: [
              entry("s", "Zinc 15 mg", minerals({ zinc: 15 }), {
                kind: "supplement",
                portion: { label: "capsule", count: 1 },
              }),
            ],
          },
        ]}
      />,
    );
    const [head, zinc] = screen.getAllByRole("row").slice(1);
    if (!head || !zinc) throw new Error("rows are missing");
    expect(cells(head)[1]).toHaveTextContent(/^15\.0$/);
    expect(cells(head)[0]).toBeEmptyDOMElement();
    expect(cells(zinc)[0]).toHaveTextContent("not listed");
    expect(plain(zinc.textContent)).toContain("1 capsule");
    expect(zinc.textContent).not.toContain("40");
  });

  it("names a dose that is not taken yet, with its control, and counts nothing of it", () => {
    const dose = (id: string, open: boolean) =>
      entry(id, "Zinc 15 mg", minerals({ zinc: 15 }), {
        kind: "supplement",
        grams: null,
        portion: { label: "capsule", count: 2 },
        time: "08:00",
        lead: <input type="checkbox" aria-label={`Taken ${id}`} readOnly checked={!open} />,
        open,
      });
    render(
      <MealTable
        targets={targets}
        meals={[{ meal: "supplements", entries: [dose("a", false), dose("b", true)] }]}
      />,
    );
    const [head, taken, open] = screen.getAllByRole("row").slice(1);
    if (!head || !taken || !open) throw new Error("rows are missing");
    expect(cells(head)[1]).toHaveTextContent(/^15\.0$/);
    expect(cells(taken)[1]).toHaveTextContent(/^15\.0$/);
    expect(cells(open)[1]).toHaveTextContent(/^not taken$/);
    expect(plain(open.textContent)).toContain("2 capsules · 08:00");
    expect(open.textContent).not.toContain("15.0");
    expect(within(open).getByRole("checkbox", { name: "Taken b" })).not.toBeChecked();
  });

  it("has a head for every column and slots for actions", () => {
    render(
      <MealTable
        targets={targets}
        meals={[
          {
            meal: "snack",
            actions: <button type="button">Add to snack</button>,
            entries: [
              entry("a", "Almonds", minerals({}), {
                actions: <button type="button">More for Almonds</button>,
              }),
            ],
          },
        ]}
      />,
    );
    expect(screen.getByRole("table", { name: "Meals" })).toBeInTheDocument();
    expect(screen.getAllByRole("columnheader").map((head) => head.textContent)).toEqual([
      "Meals",
      ...["Mg", "Zn", "Ca", "Fe", "Se", "K"],
    ]);
    expect(screen.getByRole("button", { name: "Add to snack" })).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "More for Almonds" })).toBeInTheDocument();
  });
});
