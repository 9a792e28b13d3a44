import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openByPassword, readSession } from "../../../../../shared/wire/session.contract.ts";
import { fill, showDoor, type Showing } from "../../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../../testing/screens/stand-in.ts";
import { LI_NA } from "../../../../../testing/screens/world.ts";
import { readSignInWays } from "../../shared/company-account.contract.ts";
import { takeSecondStep } from "../../shared/second-factor.contract.ts";
import { readSetup } from "../../shared/setup.contract.ts";

const user = { id: LI_NA, name: "李娜", login: "li.na" };

/** At the door, with both fields filled in. */
async function knock(showing?: Showing) {
  answers(readSetup, { data: { needed: false, company: { name: "Qucheng", language: "en" } } });
  answers(readSignInWays, { data: { passwords: true, oidc: null } });
  const hand = showDoor("/sign-in", showing);
  await fill(hand, await screen.findByLabelText("Login"), " li.na ");
  await fill(hand, screen.getByLabelText("Password"), "correct-horse-battery-9");
  return { hand, enter: () => hand.dblClick(screen.getByRole("button", { name: "Sign in" })) };
}

it("a double click signs in once, without the blanks around the login", async () => {
  const tries = answers(openByPassword, { user });
  const { enter } = await knock();
  const asked = answers(readSession, { data: null });
  await enter();
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  expect(tries.map(({ body }) => body)).toEqual([{ login: "li.na", password: "correct-horse-battery-9" }]);
});

it("a refusal is told in the server's words, and the login stays", async () => {
  answers(openByPassword, refusal(401, "bad_credentials", { detail: "Login or password is wrong" }));
  const { enter } = await knock();
  await enter();
  expect(await screen.findByText("Login or password is wrong")).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>("Login").value).toBe(" li.na ");
});

it("where a second step is asked, the code goes with the challenge of the first", async () => {
  answers(openByPassword, refusal(401, "second_factor_required", { challenge: "c-1" }));
  const codes = answers(takeSecondStep, refusal(422, "wrong_code", { detail: "This code is wrong" }));
  const { hand, enter } = await knock();
  await enter();
  await fill(hand, await screen.findByLabelText("Code"), "123456");
  await hand.click(screen.getByRole("button", { name: "Confirm" }));
  expect(await screen.findByText("This code is wrong")).toBeTruthy();
  expect(codes.map(({ body }) => body)).toEqual([{ challenge: "c-1", code: "123456" }]);
});

it("an expired second step leads back to the password, and says why", async () => {
  answers(openByPassword, refusal(401, "second_factor_required", { challenge: "c-1" }));
  answers(takeSecondStep, refusal(410, "challenge_gone"));
  const { hand, enter } = await knock();
  await enter();
  await fill(hand, await screen.findByLabelText("Code"), "123456");
  await hand.click(screen.getByRole("button", { name: "Confirm" }));
  expect(await screen.findByText("This sign-in has expired. Enter your password again.")).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>("Password").value).toBe("");
});

it("an empty installation is set up before anybody signs in", async () => {
  answers(readSetup, { data: { needed: true, company: { name: "", language: "zh-CN" } } });
  showDoor("/records/contact", { language: "zh-CN" });
  expect(await screen.findByRole("button", { name: "创建公司和管理员" })).toBeTruthy();
});
