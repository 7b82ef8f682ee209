// npm run build: the production build, unless it is of these very sources already.
import { build, checkNode, installPackages, main, makeClients } from "./steps.mjs";

await main(async () => {
  checkNode();
  await installPackages();
  await makeClients();
  await build();
});
