import { randomUUID } from "node:crypto";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { ProductHint, ProductWords } from "@/app/(app)/_features/shell/product-hint";
import { putProductHintAway } from "@/app/(app)/settings/actions";
import FoodTablesPage from "@/app/(app)/settings/foods/page";
import { closeProductHint, createAccount, createSampleAccount, type Viewer } from "@/lib/access";

/* The administrator is told once what asking Open Food Facts means, and can read it again in the settings. */

const asked = vi.hoisted(() => ({ viewer: null as unknown }));
vi.mock("@/lib/http", async (original) => ({
  ...(await original<typeof import("@/lib/http")>()),
  requireViewer: async () => asked.viewer,
}));
vi.mock("@/lib/http/viewer", async (original) => ({
  ...(await original<typeof import("@/lib/http/viewer")>()),
  currentViewer: async () => asked.viewer,
}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => {} }) }));

const viewerOf = (userId: string): Viewer => ({
  userId,
  sessionId: "x",
  mayWrite: true,
  sample: false,
  confirmedAt: new Date(),
});
const account = () =>
  createAccount({ email: `${randomUUID()}@example.org`, password: "correct horse battery" });

let administrator: Viewer;
let other: Viewer;
let sample: Viewer;
beforeAll(async () => {
  administrator = viewerOf(await account());
  other = viewerOf(await account());
  sample = { ...viewerOf(await createSampleAccount("UTC")), sample: true };
});

const hint = async (viewer: Viewer): Promise<string> => {
  asked.viewer = viewer;
  return renderToStaticMarkup(await ProductHint());
};
const settings = async (viewer: Viewer): Promise<string> => {
  asked.viewer = viewer;
  return renderToStaticMarkup(await FoodTablesPage());
};

describe("the hint on Open Food Facts", () => {
  it("tells the administrator what is asked, what is sent, whose answers they are and how it is switched on", async () => {
    const words = await hint(administrator);
    for (const said of [
      "Off, which is the default",
      "the number under the barcode and nothing else",
      "kept by volunteers",
      "(ODbL)",
      "OPENFOODFACTS_URL",
      "<form",
    ])
      expect(words).toContain(said);
  });

  it("is for administrators only", async () => {
    expect(await hint(other)).toBe("");
    expect(await hint(sample)).toBe("");
    await expect(closeProductHint(other)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is put away for good by its form, by nobody else, and stays in the settings", async () => {
    asked.viewer = other;
    await putProductHintAway();
    expect(await hint(administrator)).not.toBe("");
    for (const _ of [1, 2]) {
      asked.viewer = administrator;
      await putProductHintAway();
      expect(await hint(administrator)).toBe("");
    }
    for (const viewer of [administrator, other])
      expect(await settings(viewer)).toContain("OPENFOODFACTS_URL");
  });

  it("names the server that is asked where it is on", () => {
    const words = renderToStaticMarkup(ProductWords({ server: "https://world.openfoodfacts.org" }));
    expect(words).toContain("This server asks https://world.openfoodfacts.org");
    expect(words).not.toContain("Off, which is");
  });
});
