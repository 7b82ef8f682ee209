/**
 * Waits until a page looks as it stays: its heading and its fonts are there, no part is still to come, every form can
 * be sent, and every chart that is drawn for its width is drawn.
 * @param {import("playwright-core").Page} page
 */
export async function drawn(page) {
  await page.getByRole("heading").first().waitFor();
  await page.waitForFunction(() => {
    const waiting = document.querySelector("[aria-busy=true], form [type=submit]:disabled");
    const charts = [
      ...document.querySelectorAll("figure [role=img][tabindex]"),
      ...document.querySelectorAll("svg"),
    ];
    // A chart learns its width when React takes it over, which it marks with a property of this name.
    const isDrawn = (/** @type {Element} */ chart) =>
      chart.childElementCount > 0 && Object.keys(chart).some((key) => key.startsWith("__reactProps$"));
    return waiting === null && charts.every(isDrawn) && document.fonts.status === "loaded";
  });
}
