import { expect, it, vi } from "vitest";

/** A copy of the modules, as each of Next's bundles has one. */
const bundle = async () => {
  vi.resetModules();
  return { errors: await import("@/lib/errors"), problem: await import("@/lib/http/problem") };
};

it("fault 3: an error of one bundle keeps its meaning in another", async () => {
  const [page, route] = [await bundle(), await bundle()];
  expect(page.errors.AppError).not.toBe(route.errors.AppError);
  const refused = new page.errors.AppError("rate_limited", "Too many.", { retryAfterSeconds: 7 });
  const answer = route.problem.errorResponse(refused);
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "7"]);
  expect(route.problem.errorResponse(new page.errors.AppError("unavailable", "Later.")).status).toBe(503);
  expect(route.errors.isAppError(refused)).toBe(true);
});

it("what only looks like one of ours is none", async () => {
  const { errors, problem } = await bundle();
  const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const stranger = Object.assign(new Error("secret"), { name: "AppError", code: "toString" });
  expect(errors.isAppError(stranger)).toBe(false);
  expect(errors.isAppError({ name: "AppError", code: "invalid" })).toBe(false);
  expect(problem.errorResponse(stranger).status).toBe(500);
  quiet.mockRestore();
});
