import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { readSession } from "../../../../../shared/wire/session.contract.ts";
import { fill, show } from "../../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../../testing/screens/stand-in.ts";
import { LI_NA } from "../../../../../testing/screens/world.ts";
import { takeSecondStep } from "../../shared/second-factor.contract.ts";
import { SecondStepPage } from "./SecondStepPage.tsx";

const user = { id: LI_NA, name: "Li Na", login: "li.na" };
const offer = { secret: "ABCDEFGHIJ", uri: "otpauth://totp/x", picture: "<svg></svg>" };

function open(step: Parameters<typeof SecondStepPage>[0]["step"] = { challenge: "c-1" }, width?: number) {
  const left = { onBack: vi.fn(), onOver: vi.fn() };
  const hand = show(<SecondStepPage step={step} {...left} />, width ? { width } : {});
  return { hand, ...left };
}

it("a code lets one in: who is there is asked anew", async () => {
  const taken = answers(takeSecondStep, { user });
  const { hand } = open();
  await fill(hand, await screen.findByLabelText("Code"), "123456");
  const asked = answers(readSession, { data: null });
  await hand.dblClick(screen.getByRole("button", { name: "Confirm" }));
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  expect(taken.map(({ body }) => body)).toEqual([{ challenge: "c-1", code: "123456" }]);
});

it("without a phone a recovery code does, and what was typed before is gone", async () => {
  answers(takeSecondStep, refusal(422, "wrong_code", { detail: "This code is wrong" }));
  const { hand } = open();
  await fill(hand, await screen.findByLabelText("Code"), "000000");
  await hand.click(screen.getByRole("button", { name: "Confirm" }));
  expect(await screen.findByText("This code is wrong")).toBeTruthy();
  await hand.click(screen.getByRole("button", { name: "No phone at hand? Use a recovery code" }));
  expect(screen.getByLabelText<HTMLInputElement>("Recovery code").value).toBe("");
  expect(screen.queryByText("This code is wrong")).toBeNull();
  const taken = answers(takeSecondStep, { user });
  await fill(hand, screen.getByLabelText("Recovery code"), "abcde-fghjk");
  await hand.click(screen.getByRole("button", { name: "Confirm" }));
  await expect.poll(() => taken.map(({ body }) => body.code)).toEqual(["abcde-fghjk"]);
});

it("a recovery code fits in, a code of an authenticator is cut at ten signs", async () => {
  const { hand } = open();
  expect((await screen.findByLabelText<HTMLInputElement>("Code")).maxLength).toBe(10);
  await hand.click(screen.getByRole("button", { name: "No phone at hand? Use a recovery code" }));
  expect(screen.getByLabelText<HTMLInputElement>("Recovery code").maxLength).toBe(20);
  await hand.click(screen.getByRole("button", { name: "Use a code instead" }));
  expect(screen.getByLabelText("Code")).toBeTruthy();
});

it("an empty code is not sent", async () => {
  const { hand } = open();
  await screen.findByLabelText("Code");
  await hand.click(screen.getByRole("button", { name: "Confirm" }));
  expect(await screen.findByText("Please fill in Code")).toBeTruthy();
});

it("a step that has expired is over; one may go back before that, too", async () => {
  answers(takeSecondStep, refusal(410, "challenge_gone"));
  const { hand, onBack, onOver } = open();
  await fill(hand, await screen.findByLabelText("Code"), "123456");
  await hand.click(screen.getByRole("button", { name: "Confirm" }));
  await expect.poll(() => onOver.mock.calls.length).toBe(1);
  expect(onBack).not.toHaveBeenCalled();
  await hand.click(screen.getByRole("button", { name: "Start again" }));
  expect(onBack).toHaveBeenCalledTimes(1);
});

it("who sets it up is shown the secret in fours, and has no recovery codes to use yet", async () => {
  open({ challenge: "c-1", offer });
  expect(await screen.findByText("ABCD EFGH IJ")).toBeTruthy();
  expect(screen.getByAltText("QR code for your authenticator")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /recovery code/ })).toBeNull();
});

it("a phone cannot scan itself: it opens the authenticator by a link", async () => {
  open({ challenge: "c-1", offer }, 390);
  const link = await screen.findByRole("link", { name: "Open in the authenticator on this device" });
  expect(link.getAttribute("href")).toBe("otpauth://totp/x");
});

it("the recovery codes are shown before one is inside, and not passed over", async () => {
  answers(takeSecondStep, { user, recovery_codes: ["r-one", "r-two"] });
  const { hand } = open({ challenge: "c-1", offer });
  await fill(hand, await screen.findByLabelText("Then enter the code it shows"), "123456");
  const asked = answers(readSession, { data: null });
  await hand.click(screen.getByRole("button", { name: "Confirm" }));
  expect(await screen.findByText("r-one")).toBeTruthy();
  expect(asked).toHaveLength(0);
  await hand.click(screen.getByRole("button", { name: "I’ve saved them" }));
  await expect.poll(() => asked.length).toBeGreaterThan(0);
});
