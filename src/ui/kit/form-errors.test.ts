import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ProblemItem } from "../../shared/wire/problem.ts";
import { ProblemError, problemFrom } from "../data/problem-error.ts";
import { besideFields, EMPTY_FIELD, gapsIn } from "./form-errors.ts";

const refusal = (...errors: readonly Partial<ProblemItem>[]) =>
  new ProblemError(problemFrom(422, { code: "refused", detail: "It was not accepted.", errors }));

beforeEach(() => vi.stubGlobal("document", { documentElement: { lang: "en" } }));
afterEach(() => vi.unstubAllGlobals());

describe("where the reasons of a refusal stand", () => {
  it("beside the field, the first reason of each", () => {
    const error = refusal({ field: "login", message: "Taken." }, { field: "login", message: "Too long." });
    expect(besideFields(error, ["login", "password"])).toEqual({ login: "Taken." });
  });
  it("together on top, where the form has none of the fields", () => {
    const error = refusal({ field: "zone", message: "Unknown zone." }, { message: "Too late." });
    const { "": words, ...others } = besideFields(error, ["login"]);
    expect(others).toEqual({});
    expect(words).toContain("Unknown zone");
    expect(words).toContain("Too late");
  });
  it("what is said of the whole, where no reasons are given", () => {
    expect(besideFields(refusal(), ["login"])).toEqual({ "": "It was not accepted." });
  });
});

describe("what must be filled in", () => {
  it("is missing when it is blank, and only what was asked for", () => {
    expect(gapsIn({ name: "  ", code: "a" })).toEqual({ name: EMPTY_FIELD });
  });
});
