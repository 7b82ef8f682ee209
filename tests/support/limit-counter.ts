import { trySignIn } from "@/lib/limits";

/*
 * Guesses at one account in a process of its own: argv has the account, the sender, and how many guesses. Waits for a
 * line of input, so that several begin at once, and says how many of its guesses were looked at.
 */

const [email = "", sender = "", guesses = "0"] = process.argv.slice(2);
console.log("ready");
process.stdin.once("data", async () => {
  let lookedAt = 0;
  await Promise.allSettled(
    Array.from({ length: Number(guesses) }, () =>
      trySignIn({ email, sender, device: null }, async () => {
        lookedAt += 1;
        return null;
      }),
    ),
  );
  console.log(String(lookedAt));
  process.exit(0);
});
