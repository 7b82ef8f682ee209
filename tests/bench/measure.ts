import { Bench } from "tinybench";
import { DISH_PREFIX } from "@/lib/catalogue";
import { catalogueFile, loadCatalogue } from "@/lib/catalogue/load";

/** Times two ways of doing a thing in turn and prints their medians and the ratio of ours to the bare one. */
export const compare = async (
  title: string,
  ours: readonly [name: string, run: () => unknown],
  bare: readonly [name: string, run: () => unknown],
  options: { time?: number; iterations?: number } = {},
): Promise<void> => {
  const bench = new Bench({
    time: options.time ?? 1500,
    iterations: options.iterations ?? 20,
    warmupTime: 300,
  });
  bench.add(ours[0], async () => {
    await ours[1]();
  });
  bench.add(bare[0], async () => {
    await bare[1]();
  });
  await bench.run();
  const [a, b] = bench.tasks.map((task) => {
    const { result } = task;
    if (result.state !== "completed")
      throw new Error(`${title}: ${task.name} did not finish: ${result.state}`);
    return { median: result.latency.p50, p99: result.latency.p99 };
  });
  if (!a || !b) throw new Error(`${title}: nothing was measured`);
  console.log(`${title}`);
  console.log(`  ${ours[0].padEnd(46)} median ${format(a.median)}  p99 ${format(a.p99)}`);
  console.log(`  ${bare[0].padEnd(46)} median ${format(b.median)}  p99 ${format(b.p99)}`);
  console.log(`  ratio of medians ${(a.median / b.median).toFixed(2)}`);
};

const format = (milliseconds: number): string => `${milliseconds.toFixed(3).padStart(9)} ms`;

/** The tables that everybody has, as they are stored: USDA SR28 and the typical dishes. */
export const builtInFiles = (): Buffer[] =>
  loadCatalogue()
    .tables.filter(({ prefix }) => prefix === "ndb" || prefix === DISH_PREFIX)
    .map(({ version }) => catalogueFile(version) as Buffer);

/** The built-in table of USDA SR28 as it is stored. */
export const builtInFile = (): Buffer => {
  const { version } = loadCatalogue().tables.find(({ prefix }) => prefix === "ndb") ?? { version: "" };
  const file = catalogueFile(version);
  if (file === null) throw new Error("There is no built-in table");
  return file;
};

/** BENCH_EVERY=20 times each twentieth keystroke only, for a machine that is busy; all unless given. */
export const EVERY = Math.max(1, Math.floor(Number(process.env.BENCH_EVERY) || 1));
