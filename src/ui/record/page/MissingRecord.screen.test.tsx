import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { readRecord } from "../../../shared/wire/records.contract.ts";
import { address, showPage } from "../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../testing/screens/stand-in.ts";
import { idNo } from "../../../testing/screens/world.ts";

it("a record that is not there leads to its list and home, and asks nobody to try again", async () => {
  answers(readRecord, refusal(404, "not_found"));
  const hand = showPage(`/records/contact/${idNo(99)}`);
  expect(await screen.findByText("Page or record not found")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  expect(screen.getByRole("button", { name: "Go to Today" })).toBeTruthy();
  await hand.click(screen.getByRole("button", { name: "Back to the list" }));
  await expect.poll(address).toBe("/records/contact");
});
