// Loaded into the server before Next: whoever started it may be killed without a word, and the port must not stay taken.
const PATIENCE_MS = 15_000;

process.once("disconnect", () => {
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
  // Next finishes what it is answering.
  process.kill(process.pid, "SIGTERM");
});
