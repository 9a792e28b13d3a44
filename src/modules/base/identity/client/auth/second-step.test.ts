import { expect, it } from "vitest";
import { problemFrom, ProblemError } from "../../../../../ui/data/problem-error.ts";
import { stepOf } from "./second-step.ts";

const problem = (code: string, more: object = {}) => new ProblemError(problemFrom(401, { code, ...more }));
const offer = { secret: "ABCD", uri: "otpauth://totp/x", picture: "<svg></svg>" };

it("a right password that is not enough leads on with its challenge", () => {
  expect(stepOf(problem("second_factor_required", { challenge: "c-1" }))).toEqual({ challenge: "c-1" });
});

it("with what is to be set up first, where that is asked", () => {
  expect(stepOf(problem("second_factor_setup_required", { challenge: "c-1", offer }))).toEqual({
    challenge: "c-1",
    offer,
  });
});

it("half an offer is none", () => {
  const half = { secret: "ABCD" };
  expect(stepOf(problem("second_factor_setup_required", { challenge: "c-1", offer: half }))).toEqual({
    challenge: "c-1",
  });
});

it("any other refusal is no step, with a challenge or not", () => {
  for (const error of [
    problem("bad_credentials", { challenge: "c-1" }),
    problem("second_factor_required"),
    problem("second_factor_required", { challenge: 7 }),
    new Error("network"),
    null,
  ])
    expect(stepOf(error)).toBeNull();
});
