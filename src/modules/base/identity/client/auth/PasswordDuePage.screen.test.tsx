import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { changePassword } from "../../shared/me.contract.ts";
import { closeSession } from "../../../../../shared/wire/session.contract.ts";
import { fill, show } from "../../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../../testing/screens/stand-in.ts";
import { PasswordDuePage } from "./PasswordDuePage.tsx";

async function open() {
  const hand = show(<PasswordDuePage />, { role: "seller", me: { must_change_password: true } });
  await screen.findByLabelText("Current password");
  return hand;
}
const send = async (hand: Awaited<ReturnType<typeof open>>, current: string, next: string) => {
  await fill(hand, screen.getByLabelText("Current password"), current);
  await fill(hand, screen.getByLabelText("New password"), next);
  await hand.dblClick(screen.getByRole("button", { name: "Change password" }));
};

it("who came in with a password that somebody else set chooses their own, once", async () => {
  const changed = answers(changePassword, undefined);
  const hand = await open();
  expect(screen.getByText("An administrator set this password. Choose your own.")).toBeTruthy();
  await send(hand, "given-by-admin", "tulip mango anvil");
  await expect.poll(() => changed.length).toBe(1);
  expect(changed.map(({ body }) => body)).toEqual([{ current: "given-by-admin", next: "tulip mango anvil" }]);
});

it("each refusal stands at the field that it is about", async () => {
  const errors = [
    { code: "wrong_password", field: "current", message: "The current password is incorrect." },
  ];
  answers(changePassword, refusal(422, "wrong_password", { errors, detail: "Not right" }));
  const hand = await open();
  await send(hand, "guess", "tulip mango anvil");
  const told = await screen.findByText("The current password is incorrect.");
  const described = screen.getByLabelText("Current password").getAttribute("aria-describedby");
  expect(told.closest(`[id="${described}"]`)).toBeTruthy();
});

it("both passwords are needed", async () => {
  const changed = answers(changePassword, undefined);
  const hand = await open();
  await hand.click(screen.getByRole("button", { name: "Change password" }));
  expect(await screen.findAllByText(/^Please fill in (Current|New) password$/)).toHaveLength(2);
  expect(changed).toHaveLength(0);
});

it("one may leave instead", async () => {
  const left = answers(closeSession, undefined);
  const hand = await open();
  await hand.click(screen.getByRole("button", { name: "Sign out" }));
  await expect.poll(() => left.length).toBe(1);
});
