import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { fill, showPage } from "../../../../testing/screens/show.tsx";
import { answers, NO_NETWORK, refusal } from "../../../../testing/screens/stand-in.ts";
import { changeCompanySettings, readCompanySettings } from "../shared/company.contract.ts";

const company = {
  name: "Qucheng",
  currency: "CNY",
  zone: "Asia/Shanghai",
  language: "zh-CN",
  stalled_digest: true,
  stalled_digest_at: "09:00",
} as const;
const save = () => screen.getByRole<HTMLButtonElement>("button", { name: "Save" });
const name = () => screen.getByLabelText<HTMLInputElement>("Company name*");

async function open() {
  answers(readCompanySettings, { data: company });
  const user = showPage("/settings/company");
  await screen.findByLabelText("Company name*");
  return user;
}

it("nothing is to be saved before something is changed", async () => {
  const user = await open();
  expect(save().disabled).toBe(true);
  await fill(user, name(), "Qucheng Ltd");
  expect(save().disabled).toBe(false);
  await fill(user, name(), "Qucheng");
  expect(save().disabled).toBe(true);
});

it("an empty name is refused here, without asking the server", async () => {
  const user = await open();
  await user.clear(name());
  await user.click(save());
  expect(await screen.findByText("Please fill in Company name")).toBeTruthy();
});

it("a currency that does not exist is refused beside its field, and the rest stays as typed", async () => {
  const errors = [{ code: "unknown_currency", field: "currency", message: "There is no such currency" }];
  answers(changeCompanySettings, refusal(400, "bad_request", { errors }));
  const user = await open();
  await fill(user, name(), "Qucheng Ltd");
  await fill(user, screen.getByLabelText("Currency*"), "xyz");
  await user.click(save());
  const said = await screen.findByText("There is no such currency");
  expect(said.closest("[data-invalid]")?.querySelector("input")?.value).toBe("XYZ");
  expect(name().value).toBe("Qucheng Ltd");
});

it("a double click saves once, and what was saved is told", async () => {
  const kept = answers(changeCompanySettings, ({ body }) => ({ data: { ...company, ...body } }));
  const user = await open();
  await fill(user, name(), "Qucheng Ltd");
  await user.dblClick(save());
  expect(await screen.findByText("Saved")).toBeTruthy();
  expect(kept.map(({ body }) => body.name)).toEqual(["Qucheng Ltd"]);
});

it("without a network Nothing you typed is lost", async () => {
  answers(changeCompanySettings, NO_NETWORK);
  const user = await open();
  await fill(user, name(), "Qucheng Ltd");
  await user.click(save());
  expect(await screen.findByText(/Nothing you typed is lost/)).toBeTruthy();
  expect(name().value).toBe("Qucheng Ltd");
});
