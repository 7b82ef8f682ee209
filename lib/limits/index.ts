import "server-only";

export { countUse, guess, sweepUses } from "./count";
export { trySignIn } from "./sign-in";
