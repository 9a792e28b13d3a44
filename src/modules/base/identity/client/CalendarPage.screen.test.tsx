import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { fill, showPage } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { type CalendarDay, keepCalendar, readCalendar } from "../shared/company.contract.ts";
import { todayText } from "../../../../ui/kit/time-text.ts";

const thisYear = Number(todayText().slice(0, 4));
const national: CalendarDay = { date: `${thisYear}-10-01`, working: false, name: "National Day" };

function open(days: readonly CalendarDay[] = [national]) {
  const asked = answers(readCalendar, ({ query }) => ({
    data: { year: Number(query.year), days: Number(query.year) === thisYear ? [...days] : [] },
  }));
  const kept = answers(keepCalendar, ({ query, body }) => ({
    data: { year: Number(query.year), days: body.days },
  }));
  return { user: showPage("/settings/calendar"), asked, kept };
}
/** The button of a day, by its place in its month. */
const day = async (date: string) => {
  const month = await screen.findAllByText(date.slice(0, 8));
  const found = month[Number(date.slice(8)) - 1]?.closest("button");
  if (!found) throw new Error(`${date} is not in the calendar`);
  return found;
};
/** A day of this year that falls on this day of the week, Monday being 1. */
const dayOn = (weekday: number): string => {
  const first = new Date(Date.UTC(thisYear, 4, 10));
  first.setUTCDate(first.getUTCDate() + ((weekday - first.getUTCDay() + 7) % 7));
  return first.toISOString().slice(0, 10);
};

it("weekends and holidays are not worked; a weekend day that is worked instead needs no name of one’s own", async () => {
  const { user, kept } = open();
  expect((await day(dayOn(3))).textContent).toContain("Working day");
  expect((await day(dayOn(6))).textContent).toContain("Day off");
  expect((await day(national.date)).textContent).toContain("Day off National Day");
  await user.click(await day(dayOn(6)));
  await user.click(await screen.findByText("Working day", { selector: ".ant-segmented-item-label" }));
  await user.click(screen.getByText("Apply"));
  const worked = { date: dayOn(6), working: true, name: "Make-up workday" };
  await expect.poll(() => kept[0]?.body.days).toEqual([worked, national]);
});

it("a weekday becomes a holiday with its name, and the other days are kept with it", async () => {
  const { user, kept } = open();
  const date = dayOn(2);
  await user.click(await day(date));
  await user.click(await screen.findByText("Day off", { selector: ".ant-segmented-item-label" }));
  await fill(user, screen.getByLabelText("Name, for example National Day"), " Works outing ");
  await user.click(screen.getByText("Apply"));
  await expect.poll(() => kept.length).toBe(1);
  expect(kept[0]?.body.days).toEqual([{ date, working: false, name: "Works outing" }, national]);
  expect(kept[0]?.query.year).toBe(String(thisYear));
  await expect.poll(async () => (await day(date)).textContent).toContain("Day off Works outing");
});

it("a day left as it usually is says nothing new, and offers no way back to what it is", async () => {
  const { user, kept } = open();
  await user.click(await day(dayOn(2)));
  const apply = await screen.findByText("Apply");
  expect(screen.queryByText("Reset")).toBeNull();
  await user.click(apply);
  await expect.poll(() => kept[0]?.body.days).toEqual([national]);
});

it("a holiday is made as usual again; refused, that is told, and the calendar says what is kept", async () => {
  const { user } = open();
  const asked = answers(
    keepCalendar,
    refusal(403, "forbidden", { detail: "You do not have permission to do this." }),
  );
  await user.click(await day(national.date));
  await user.click(await screen.findByText("Reset"));
  expect(await screen.findByText("You do not have permission to do this.")).toBeTruthy();
  expect(asked.map(({ body }) => body.days)).toEqual([[]]);
  await expect.poll(async () => (await day(national.date)).textContent).toContain("National Day");
});

it("another year has days of its own, and is turned back from", async () => {
  const { user, asked } = open();
  await day(national.date);
  await user.click(screen.getByLabelText("Next year"));
  expect((await day(`${thisYear + 1}-10-01`)).textContent).not.toContain("National Day");
  await user.click(screen.getByLabelText("Previous year"));
  expect((await day(national.date)).textContent).toContain("National Day");
  expect(asked.map(({ query }) => Number(query.year))).toEqual([thisYear, thisYear + 1]);
});
