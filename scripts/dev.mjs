// npm run dev: as npm start, but compiled as pages are asked for and again when a file changes.
import { checkNode, installPackages, loadSettingsFile, main, makeClients, typescript } from "./steps.mjs";

await main(async () => {
  checkNode();
  loadSettingsFile();
  await installPackages();
  const { startServer } = await typescript("scripts/server.ts");
  process.exitCode = await startServer("dev", makeClients);
});
