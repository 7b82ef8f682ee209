// npm start: from a fresh clone to a running server with nothing but Node; unchanged steps are skipped.
import {
  build,
  checkNode,
  installPackages,
  loadSettingsFile,
  main,
  makeClients,
  typescript,
} from "./steps.mjs";

await main(async () => {
  checkNode();
  loadSettingsFile();
  await installPackages();
  const { startServer } = await typescript("scripts/server.ts");
  process.exitCode = await startServer("start", async () => {
    await makeClients();
    await build();
  });
});
