import { screen } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import { ClockHint } from "../../apps/web/shell/ClockHint.tsx";
import { readTimeline } from "../../shared/wire/changes.contract.ts";
import { keepPreferences } from "../../shared/wire/session.contract.ts";
import { fill, keeps, show, showPage } from "../../testing/screens/show.tsx";
import { answers } from "../../testing/screens/stand-in.ts";
import { idNo, objectInfo } from "../../testing/screens/world.ts";
import { TimelineTab } from "../record/page/TimelineTab.tsx";
import { browserZone } from "./company-clock.ts";
import { MomentInput } from "./DayInput.tsx";

/** The company is fourteen hours ahead of Greenwich, on an island where nobody builds this program. */
const company = { name: "渠成科技", currency: "CNY", zone: "Pacific/Kiritimati", language: "en" } as const;
const me = { company };

const wang = { id: idNo(40), version: 3, name: "Wang Li", created_at: "2026-10-31T11:30:00Z" };

it("a list and a timeline tell moments by the company's clock", async () => {
  keeps("contact", [wang]);
  const columns = [{ field: "name" }, { field: "created_at" }];
  const preferences = { "list.contact": { columns } };
  showPage("/records/contact", { me: { ...me, preferences }, objects: ["contact", "account"] });
  expect(await screen.findByText("2026-11-01 01:30")).toBeTruthy();
});

it("what happened at night stands in the month of the company's day", async () => {
  const call = { id: idNo(70), type: "call", content: "A quote", occurred_at: wang.created_at };
  answers(readTimeline, {
    data: [{ at: wang.created_at, type: "activity", data: call }],
    page: { next: null },
  });
  show(<TimelineTab object={objectInfo("contact")} record={wang} asOf={null} />, { me });
  expect(await screen.findByText("November 2026")).toBeTruthy();
});

function When() {
  const [value, setValue] = useState<string | null>(wang.created_at);
  return (
    <>
      <MomentInput label="When" value={value} onChange={setValue} />
      <output data-testid="when">{value}</output>
    </>
  );
}
const when = (): string => screen.getByTestId("when").textContent ?? "";

it("a moment is typed by that clock, and “now” is now", async () => {
  const user = show(<When />, { me });
  const input = await screen.findByLabelText<HTMLInputElement>("When");
  expect(input.value).toBe("2026-11-01 01:30");
  await fill(user, input, "2026-12-24 09:00");
  await user.keyboard("{Enter}");
  await expect.poll(when).toBe("2026-12-23T19:00:00.000Z");
  await user.click(input);
  await user.click(await screen.findByText("Now"));
  // The calendar goes by steps of five minutes.
  await expect.poll(() => Math.abs(Date.parse(when()) - Date.now())).toBeLessThan(360_000);
});

const noted = () => answers(keepPreferences, ({ body }) => ({ data: body }));
it("who sits elsewhere is told once by which clock", async () => {
  const kept = noted();
  show(<ClockHint />, { me });
  expect(await screen.findByText("Times are in Pacific/Kiritimati")).toBeTruthy();
  await expect.poll(() => kept.at(-1)?.body).toEqual({ clock_told: company.zone });
});

it.each([
  ["who was told before", { ...me, preferences: { clock_told: company.zone } }],
  ["whose own clock goes alike", { company: { ...company, zone: browserZone() } }],
])("%s is told nothing", async (_, who) => {
  const kept = noted();
  show(<ClockHint />, { me: who });
  // Longer than the hint waits for a quiet page.
  await new Promise((resolve) => setTimeout(resolve, 1200));
  expect(kept).toEqual([]);
});
