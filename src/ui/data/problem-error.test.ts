import { expect, it } from "vitest";
import { isProblem, messagesByField, NetworkError, ProblemError, problemFrom } from "./problem-error.ts";

it("an answer that is no problem document becomes one by its status", () => {
  expect(problemFrom(502, "<html>Bad gateway</html>")).toMatchObject({
    status: 502,
    code: "http_502",
    errors: [],
  });
  expect(problemFrom(502, null).code).toBe("http_502");
  expect(problemFrom(502, { message: "no code" }).code).toBe("http_502");
});

it("the status is that of the answer, not of what it says", () => {
  expect(problemFrom(409, { code: "taken", status: 200 })).toMatchObject({ code: "taken", status: 409 });
});

it("members of its own stay, and reasons that are no list are none", () => {
  const problem = problemFrom(409, { code: "version_conflict", current: { version: 4 }, errors: "many" });
  expect(problem["current"]).toEqual({ version: 4 });
  expect(problem.errors).toEqual([]);
});

it("a field says its first reason; what has no field stands under nothing", () => {
  const items = [
    { code: "a", message: "Too short", field: "name" },
    { code: "b", message: "Too plain", field: "name" },
    { code: "c", message: "Not today" },
  ];
  expect(messagesByField(items)).toEqual({ name: "Too short", "": "Not today" });
});

it("a refusal is told from a lost line, and by its code", () => {
  const refused = new ProblemError(problemFrom(409, { code: "taken", detail: "It is taken" }));
  expect(refused.message).toBe("It is taken");
  expect(isProblem(refused)).toBe(true);
  expect(isProblem(refused, "taken")).toBe(true);
  expect(isProblem(refused, "gone")).toBe(false);
  expect(isProblem(new NetworkError(null))).toBe(false);
});
