import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { fill, showDoor } from "../../../../../testing/screens/show.tsx";
import { answers, inTurn, NO_NETWORK, refusal } from "../../../../../testing/screens/stand-in.ts";
import { LI_NA } from "../../../../../testing/screens/world.ts";
import { readSignInWays } from "../../shared/company-account.contract.ts";
import { beginSetup, readSetup } from "../../shared/setup.contract.ts";

const made = { user: { id: LI_NA, name: "Li Na", login: "admin" } };
const needed = (is: boolean) => ({ data: { needed: is, company: { name: "", language: "en" as const } } });

async function open() {
  answers(readSetup, inTurn(needed(true), needed(false)));
  answers(readSignInWays, { data: { passwords: true, oidc: null } });
  const hand = showDoor("/");
  await fill(hand, await screen.findByLabelText("Company"), "Qucheng");
  await fill(hand, screen.getByLabelText("Your name"), "Li Na");
  await fill(hand, screen.getByLabelText("Choose a password"), "tulip mango anvil");
  return { hand, create: () => hand.dblClick(screen.getByRole("button", { name: "Create company" })) };
}

it("the first person makes the company once, in the language and zone they see", async () => {
  const asked = answers(beginSetup, made);
  const { create } = await open();
  await create();
  await expect.poll(() => asked.length).toBe(1);
  expect(asked[0]?.body).toMatchObject({
    company: "Qucheng",
    name: "Li Na",
    login: "admin",
    password: "tulip mango anvil",
    language: "en",
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  expect(await screen.findByRole("button", { name: "Sign in" })).toBeTruthy();
});

it("a weak password is told at its field, and the rest stays typed", async () => {
  const errors = [{ code: "too_common", field: "password", message: "Too easy to guess" }];
  answers(beginSetup, refusal(422, "weak_password", { errors, detail: "Choose a safer one" }));
  const { create } = await open();
  await create();
  expect(await screen.findByText("Too easy to guess")).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>("Company").value).toBe("Qucheng");
});

it("a company without a name is not made", async () => {
  const asked = answers(beginSetup, made);
  const { hand, create } = await open();
  await hand.clear(screen.getByLabelText("Company"));
  await create();
  expect(await screen.findByText("Please fill in Company")).toBeTruthy();
  expect(asked).toHaveLength(0);
});

it("another window that was faster is told of", async () => {
  answers(
    beginSetup,
    refusal(409, "setup_running", { detail: "Setup is already running in another window." }),
  );
  const { create } = await open();
  await create();
  expect(await screen.findByText("Setup is already running in another window.")).toBeTruthy();
});

it("an answer that was lost on the way is asked for again with the same key, so that one company is made", async () => {
  const asked = answers(beginSetup, inTurn(NO_NETWORK, made));
  const { hand, create } = await open();
  await create();
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  const before = asked.length;
  await hand.click(await screen.findByRole("button", { name: "Create company" }));
  await expect.poll(() => asked.length).toBeGreaterThan(before);
  const keys = new Set(asked.map(({ headers }) => headers.get("idempotency-key")));
  expect(keys.size).toBe(1);
  expect([...keys][0]).toBeTruthy();
});
