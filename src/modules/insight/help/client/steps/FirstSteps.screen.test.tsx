import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { keepPreferences } from "../../../../../shared/wire/session.contract.ts";
import { show, type Showing } from "../../../../../testing/screens/show.tsx";
import { answers } from "../../../../../testing/screens/stand-in.ts";
import { type FirstSteps as Told, readFirstSteps } from "../../shared/first-steps.contract.ts";
import { FirstSteps } from "./FirstSteps.tsx";

const administrator: Told = {
  steps: [
    { name: "customers", done: true },
    { name: "stages", done: false },
    { name: "colleagues", done: false },
    { name: "demo", done: false },
    { name: "mail", done: false },
  ],
  demo: { state: "none", job: null },
};
function open(told: Told, showing: Showing = {}) {
  const asked = answers(readFirstSteps, { data: told });
  const kept = answers(keepPreferences, ({ body }) => ({ data: body }));
  return { hand: show(<FirstSteps />, showing), asked, kept };
}
const card = () => screen.findByRole("region", { name: "First steps" });
const linksIn = (element: HTMLElement) =>
  within(element)
    .getAllByRole("link")
    .map((link) => [link.textContent, link.getAttribute("href")]);

it("an administrator sees what is done, and the way to what is not", async () => {
  open(administrator);
  const found = await card();
  expect(within(found).getByText("4 to go")).toBeTruthy();
  expect(linksIn(found)).toEqual([
    ["Import", "/imports/new?object=account"],
    ["Open pipelines", "/settings/pipelines"],
    ["Invite", "/settings/people"],
    ["Add", "/settings/demo"],
    ["Set up", "/settings/mail"],
  ]);
  const [first] = within(found).getAllByRole("listitem");
  expect(first?.textContent).toContain("Done");
});

it("demo data under way says how far it is, and is not done whatever was there before", async () => {
  const steps = administrator.steps.map((step) => ({ ...step, done: step.done || step.name === "demo" }));
  open({ steps, demo: { state: "part", job: { kind: "demo_load", done: 250, total: 1000 } } });
  const found = await card();
  expect(within(found).getByRole("progressbar", { name: "Adding demo data" })).toBeTruthy();
  expect(within(found).getByText("25%")).toBeTruthy();
  expect(within(found).getAllByRole("listitem").at(3)?.textContent).not.toContain("Done");
});

it("hidden, it is asked for no more, and that is kept on the server", async () => {
  const { hand, kept } = open(administrator);
  await hand.click(within(await card()).getByRole("button", { name: /^Hide/ }));
  expect(screen.queryByRole("region", { name: "First steps" })).toBeNull();
  await expect.poll(() => kept.map(({ body }) => body)).toEqual([{ first_steps: "off" }]);
});

it("whoever hid it asks the server nothing; whoever has long begun never sees it", async () => {
  const hidden = open(administrator, { me: { preferences: { first_steps: "off" } } });
  expect(hidden.asked).toHaveLength(0);
});
it("where all is done it goes by itself", async () => {
  const { kept } = open({ steps: [{ name: "deal", done: true }], demo: null });
  await expect.poll(() => kept.map(({ body }) => body)).toEqual([{ first_steps: "off" }]);
  expect(screen.queryByRole("region", { name: "First steps" })).toBeNull();
});

it("a seller has two, in Chinese too", async () => {
  const steps: Told["steps"] = [
    { name: "activity", done: false },
    { name: "deal", done: false },
  ];
  open({ steps, demo: null }, { role: "seller", language: "zh-CN" });
  const found = await screen.findByRole("region", { name: "第一步" });
  expect(linksIn(found)).toEqual([
    ["打开客户", "/records/account"],
    ["新建", "/records/opportunity?new=1"],
  ]);
});
