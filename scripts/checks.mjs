// The checks that read the code without running it, fast ones first.
import { join } from "node:path";
import { makeClients, next, program, root, run, Stop, say, seconds, withoutTelemetry } from "./steps.mjs";

/** @type {readonly { readonly name: string, readonly commands: readonly string[][] }[]} */
const checks = [
  {
    name: "format and lint (biome)",
    commands: [[program("@biomejs/biome", "bin/biome"), "check", "--error-on-warnings"]],
  },
  {
    name: "types (tsc)",
    commands: [
      [next, "typegen"],
      [program("typescript", "bin/tsc"), "--noEmit"],
    ],
  },
  { name: "who imports whom (dependency-cruiser)", commands: [[join(root, "scripts", "boundaries.mjs")]] },
  { name: "unused code (knip)", commands: [[program("knip", "bin/knip.js")]] },
];

/**
 * Runs them, showing the output of one that fails.
 * @throws Stop at the first that fails
 */
export async function check() {
  await makeClients();
  for (const { name, commands } of checks) {
    const start = performance.now();
    for (const command of commands) {
      const code = await run(process.execPath, command, { env: withoutTelemetry(), quiet: true });
      if (code !== 0) throw new Stop(`${name} failed; see above.`);
    }
    say(`${name}: ok, ${seconds(start)}`);
  }
}
