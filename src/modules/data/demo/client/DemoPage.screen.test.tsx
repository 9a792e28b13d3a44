import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { showPage } from "../../../../testing/screens/show.tsx";
import { answers, inTurn, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo } from "../../../../testing/screens/world.ts";
import {
  type DemoState,
  loadDemoData,
  previewDemoRemoval,
  readDemo,
  removeDemoData,
} from "../shared/demo.contract.ts";

const none: DemoState = { state: "none", job: null, own: [] };
const whole: DemoState = { ...none, state: "whole" };
const job = { id: idNo(70), kind: "demo_load" as const, done: 300, total: 10_900 };

it("adds the data by one click, and says how far it is and where to find it again", async () => {
  answers(readDemo, inTurn({ data: none }, { data: { ...none, job } }));
  const sent = answers(loadDemoData, { id: job.id });
  const hand = showPage("/settings/demo");
  await hand.dblClick(await screen.findByRole("button", { name: "Add demo data" }));
  expect(await screen.findByText("300 of 10,900")).toBeTruthy();
  expect(sent).toHaveLength(1);
  const told = within(
    screen.getByRole("heading", { name: "Adding demo data" }).closest("section") ?? document.body,
  );
  expect(told.getByRole("link", { name: "Background jobs" }).getAttribute("href")).toBe("/settings/jobs");
});

it("beside data of the company's own there is no button, but the reason", async () => {
  answers(readDemo, { data: { ...none, own: [{ object: "account", count: 3 }] } });
  showPage("/settings/demo");
  expect(await screen.findByText(/data of its own \(Accounts 3\)/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Add demo data" })).toBeNull();
});

it("removing lists what people added and leaves it unless told otherwise", async () => {
  answers(readDemo, { data: whole });
  const added = [{ object: "contact", id: idNo(40), title: "Wang Li" }];
  answers(previewDemoRemoval, { data: { records: 10_900, added, added_total: 1, owned: 2 } });
  const sent = answers(removeDemoData, { id: job.id });
  const hand = showPage("/settings/demo");
  await hand.click(await screen.findByRole("button", { name: "Remove demo data" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect((await dialog.findByRole("link", { name: "Wang Li" })).getAttribute("href")).toBe(
    `/records/contact/${idNo(40)}`,
  );
  expect(dialog.getByText(/2 records of your own belong to demo people/)).toBeTruthy();
  await hand.click(dialog.getByRole("radio", { name: /Remove them, too/ }));
  await hand.click(dialog.getByRole("button", { name: "Remove demo data" }));
  await expect.poll(() => sent.map(({ body }) => body)).toEqual([{ with_added: true }]);
});

it("a refusal is said, and nothing is lost", async () => {
  answers(readDemo, { data: none });
  answers(loadDemoData, refusal(409, "demo_busy", { detail: "It is being removed" }));
  const hand = showPage("/settings/demo");
  await hand.click(await screen.findByRole("button", { name: "Add demo data" }));
  expect(await screen.findByText("It is being removed")).toBeTruthy();
});
