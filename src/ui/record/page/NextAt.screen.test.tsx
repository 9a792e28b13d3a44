import { screen } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import { show } from "../../../testing/screens/show.tsx";
import { addDays } from "../../../shared/time/dates.ts";
import { timeText, todayText } from "../../kit/time-text.ts";
import { NextAt } from "./NextAt.tsx";

function Next() {
  const [value, setValue] = useState("");
  return (
    <>
      <NextAt value={value} busy={false} onChange={setValue} />
      <output data-testid="next">{value && timeText(value)}</output>
    </>
  );
}

it("a near day is chosen with one click, for the morning, and taken back with another", async () => {
  const user = show(<Next />, { language: "zh-CN" });
  const tomorrow = await screen.findByRole("button", { name: "明天" });
  await user.click(tomorrow);
  expect(screen.getByTestId("next").textContent).toBe(`${addDays(todayText(), 1)} 09:00`);
  expect((await screen.findByRole<HTMLInputElement>("textbox", { name: "下次跟进" })).value).toContain(
    "09:00",
  );
  await user.click(tomorrow);
  expect(screen.getByTestId("next").textContent).toBe("");
});
