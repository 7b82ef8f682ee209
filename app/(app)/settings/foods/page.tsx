import type { Metadata } from "next";
import { isAdministrator } from "@/lib/access";
import { productServer } from "@/lib/foods";
import { listFoodTables } from "@/lib/foodtables";
import { countNoun, formatCount, formatDate } from "@/lib/format";
import { requireViewer } from "@/lib/http";
import { ProductWords } from "../../_features/shell";
import { AddTableForm } from "../_components/add-table-form";
import { RemoveTableButton } from "../_components/remove-table-button";
import { Section } from "../_components/section";

export const metadata: Metadata = { title: "Food tables" };

export default async function FoodTablesPage() {
  const viewer = await requireViewer();
  const [tables, administrator] = await Promise.all([listFoodTables(viewer), isAdministrator(viewer)]);
  return (
    <>
      <Section
        id="tables"
        title="Food tables"
        lead="Where the values of foods come from. Search finds the foods of all of them, each with the name of its table."
      >
        <ul className="grid grid-cols-[minmax(0,1fr)]">
          {tables.map((table) => (
            <li
              key={table.version}
              className="grid gap-x-3 gap-y-1 border-line border-t py-4 first:border-t-0 first:pt-0 md:grid-cols-[minmax(0,1fr)_auto]"
            >
              <div className="min-w-0">
                <h3 className="wrap-anywhere font-medium">{table.title}</h3>
                <p className="text-13 text-ink-2">
                  {table.name} · {table.edition} · {countNoun(table.foods, "food")}
                  {table.bytes !== null && ` · ${formatCount(Math.ceil(table.bytes / 1000))} kB`}
                  {table.addedAt === null
                    ? " · comes with Assay"
                    : ` · added ${formatDate(table.addedAt.slice(0, 10), "full")}`}
                </p>
                <p className="wrap-anywhere mt-1 text-13 text-ink-2">
                  {table.publisher}. Licence: {table.licence}.{" "}
                  <a href={table.url} rel="noreferrer" target="_blank" className="link">
                    Publisher’s page
                  </a>
                </p>
                <details className="mt-1 text-13 text-ink-2">
                  <summary className="link w-fit cursor-pointer phone:py-3">Citation and notes</summary>
                  <p className="wrap-anywhere mt-1 max-w-[68ch]">{table.citation}</p>
                  {table.remarks.map((remark) => (
                    <p key={remark} className="wrap-anywhere mt-1 max-w-[68ch]">
                      {remark}.
                    </p>
                  ))}
                </details>
              </div>
              {administrator && !table.builtIn && (
                <div>
                  <RemoveTableButton version={table.version} name={table.name} />
                </div>
              )}
            </li>
          ))}
        </ul>
      </Section>
      {administrator ? (
        <Section
          id="add-table"
          title="Add a food table"
          lead="Takes an official release as its publisher gives it: zip archives of USDA FoodData Central, the workbooks of FNDDS, the packages of Fineli and CIQUAL, and others. It is there for everybody at once. A table in which something cannot be right is refused whole."
        >
          <AddTableForm />
        </Section>
      ) : (
        <p className="text-13 text-ink-2">An administrator of this server can add and remove food tables.</p>
      )}
      <Section id="products" title="Products by barcode">
        <ProductWords server={productServer(viewer)} />
      </Section>
    </>
  );
}
