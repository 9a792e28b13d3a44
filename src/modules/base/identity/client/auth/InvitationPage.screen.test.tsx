import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { readSession } from "../../../../../shared/wire/session.contract.ts";
import { fill, showDoor, type Showing } from "../../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../../testing/screens/stand-in.ts";
import { LI_NA } from "../../../../../testing/screens/world.ts";
import { acceptInvitation, readInvitation } from "../../shared/credentials.contract.ts";
import { takeSecondStep } from "../../shared/second-factor.contract.ts";
import { readSignInWays } from "../../shared/company-account.contract.ts";
import { readSetup } from "../../shared/setup.contract.ts";

const user = { id: LI_NA, name: "Li Na", login: "li.na" };
const invited = { name: "Li Na", login: "li.na", company: "Qucheng" };

function open(showing?: Showing) {
  answers(readSetup, { data: { needed: false, company: { name: "Qucheng", language: "en" } } });
  answers(readSignInWays, { data: { passwords: true, oidc: null } });
  return showDoor("/invite/main.t-1", showing);
}
const choose = async (hand: ReturnType<typeof open>, password: string) => {
  await fill(hand, await screen.findByLabelText("Choose a password"), password);
  await hand.dblClick(screen.getByRole("button", { name: "Set password and continue" }));
};

it("whoever is invited is greeted by name and company, told their login, and is inside with a password", async () => {
  const asked = answers(readInvitation, { data: invited });
  const used = answers(acceptInvitation, { user });
  const hand = open();
  const inside = answers(readSession, { data: null });
  expect(await screen.findByText("Li Na, welcome to Qucheng")).toBeTruthy();
  expect(screen.getByText(/Your login is li\.na/)).toBeTruthy();
  await choose(hand, "tulip mango anvil");
  await expect.poll(() => inside.length).toBeGreaterThan(0);
  expect(asked.map(({ params }) => params.token)).toEqual(["main.t-1"]);
  // A double click sets it once.
  expect(used.map(({ params, body }) => [params.token, body.password])).toEqual([
    ["main.t-1", "tulip mango anvil"],
  ]);
});

it("in Chinese the same", async () => {
  answers(readInvitation, { data: invited });
  open({ language: "zh-CN" });
  expect(await screen.findByText("Li Na，欢迎加入 Qucheng")).toBeTruthy();
});

it("a link that was used or has run out says whom to ask", async () => {
  answers(
    readInvitation,
    refusal(410, "invitation_gone", { detail: "Ask your administrator for a new one." }),
  );
  open();
  expect(
    await screen.findByRole("heading", { name: "This invitation was used or has expired" }),
  ).toBeTruthy();
  expect(screen.getByText("Ask your administrator for a new one.")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Go to sign-in" })).toBeTruthy();
  expect(screen.queryByLabelText("Choose a password")).toBeNull();
});

it("a weak password is refused at its field, and may be tried again", async () => {
  answers(readInvitation, { data: invited });
  const errors = [{ code: "too_common", field: "password", message: "Too easy to guess" }];
  const used = answers(
    acceptInvitation,
    refusal(422, "weak_password", { errors, detail: "Choose a safer one" }),
  );
  const hand = open();
  await choose(hand, "password123");
  expect(await screen.findByText("Too easy to guess")).toBeTruthy();
  await choose(hand, "password1234");
  await expect.poll(() => used.length).toBe(2);
});

it("says while one types what a password lacks", async () => {
  answers(readInvitation, { data: invited });
  const hand = open();
  const line = await screen.findByLabelText("Choose a password");
  await fill(hand, line, "tulip");
  expect(screen.getByText("Use at least 10 characters.")).toBeTruthy();
  await fill(hand, line, "tulip mango anvil");
  expect(screen.getByText("✓ This password is fine")).toBeTruthy();
});

it("without a password nothing is sent", async () => {
  answers(readInvitation, { data: invited });
  const hand = open();
  await screen.findByLabelText("Choose a password");
  await hand.click(screen.getByRole("button", { name: "Set password and continue" }));
  expect(await screen.findByText("Please fill in Password")).toBeTruthy();
});

it("where the company asks for two steps, the authenticator is set up at once", async () => {
  answers(readInvitation, { data: invited });
  const offer = { secret: "ABCDEFGH", uri: "otpauth://totp/x", picture: "<svg></svg>" };
  answers(acceptInvitation, refusal(401, "second_factor_setup_required", { challenge: "c-1", offer }));
  const codes = answers(takeSecondStep, { user, recovery_codes: ["r-one", "r-two"] });
  const hand = open();
  await choose(hand, "tulip mango anvil");
  expect(await screen.findByText("Set up two-step sign-in")).toBeTruthy();
  expect(screen.getByText("ABCD EFGH")).toBeTruthy();
  await fill(hand, screen.getByLabelText("Then enter the code it shows"), "123456");
  await hand.click(screen.getByRole("button", { name: "Confirm" }));
  expect(await screen.findByText("r-two")).toBeTruthy();
  expect(codes.map(({ body }) => body)).toEqual([{ challenge: "c-1", code: "123456" }]);
});
