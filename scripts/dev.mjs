// npm run dev: as npm start, but compiled as pages are asked for and again when a file changes.
import { checkNode, installPackages, main, makeClients, typescript } from "./steps.mjs";

await main(async () => {
  checkNode();
  await installPackages();
  const { startServer } = await typescript("scripts/server.ts");
  process.exitCode = await startServer("dev", makeClients);
});
