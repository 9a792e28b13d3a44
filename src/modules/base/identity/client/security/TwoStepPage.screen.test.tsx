import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { fill, showPage } from "../../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../../testing/screens/stand-in.ts";
import {
  beginSecondFactor,
  readMySecondFactor,
  type SecondFactorAnswer,
  turnSecondFactorOff,
  turnSecondFactorOn,
} from "../../shared/second-factor.contract.ts";

const off: SecondFactorAnswer = { on: false, since: null, codes_left: 0, required: false };
const on: SecondFactorAnswer = { on: true, since: "2026-11-01T02:00:00Z", codes_left: 8, required: false };
const offer = { secret: "ABCDEFGH", uri: "otpauth://totp/x", picture: "<svg></svg>" };

function open(state: SecondFactorAnswer) {
  answers(readMySecondFactor, { data: state });
  return showPage("/settings/two-step", { role: "seller" });
}
const press = async (user: ReturnType<typeof open>, name: string) =>
  user.click(await screen.findByRole("button", { name }));

it("it is on only after the password and a first code, and then shows the recovery codes once", async () => {
  answers(beginSecondFactor, { data: offer });
  const confirmed = answers(turnSecondFactorOn, { data: { recovery_codes: ["r-one", "r-two"] } });
  const user = open(off);
  await press(user, "Turn on");
  await fill(user, await screen.findByLabelText("Password"), "correct-horse-battery-9");
  await press(user, "Next");
  expect(await screen.findByText("ABCD EFGH")).toBeTruthy();
  await fill(user, screen.getByLabelText("Then enter the code it shows"), "123456");
  await press(user, "Turn on");
  expect(await screen.findByText("r-one")).toBeTruthy();
  expect(confirmed.map(({ body }) => body)).toEqual([{ code: "123456" }]);
  await press(user, "I’ve saved them");
  await expect.poll(() => screen.queryByText("r-one")).toBeNull();
});

it("a wrong password offers nothing", async () => {
  answers(beginSecondFactor, refusal(422, "wrong_password", { detail: "The password is wrong" }));
  const user = open(off);
  await press(user, "Turn on");
  await fill(user, await screen.findByLabelText("Password"), "guess");
  await press(user, "Next");
  expect(await screen.findByText("The password is wrong")).toBeTruthy();
  expect(screen.queryByText("ABCD EFGH")).toBeNull();
});

it("turning it off takes a code, and a wrong one leaves it on", async () => {
  answers(turnSecondFactorOff, refusal(422, "wrong_code", { detail: "This code is wrong" }));
  const user = open(on);
  await press(user, "Turn off");
  await fill(user, await screen.findByLabelText("Code"), "000000");
  await press(user, "Turn off");
  expect(await screen.findByText("This code is wrong")).toBeTruthy();
});

it("where the company asks for it, it cannot be turned off", async () => {
  open({ ...on, required: true });
  expect(await screen.findByText("8 recovery codes left")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Turn off" })).toBeNull();
});
