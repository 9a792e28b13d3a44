import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { held } from "../../../../../testing/screens/held.tsx";
import { fill, show } from "../../../../../testing/screens/show.tsx";
import type { Stage } from "../../shared/pipeline.ts";
import { stage } from "../../shared/sample-pipeline.fixture.ts";
import { ClockLimitsEditor } from "./ClockLimitsEditor.tsx";

function open(clocks?: Stage["clocks"]) {
  const { element, now } = held(stage("a", 1, clocks ? { clocks } : {}), (value, onChange) => (
    <ClockLimitsEditor stage={value} onChange={onChange} />
  ));
  return { user: show(element), clocks: () => now().clocks };
}
const input = (name: string) => screen.findByLabelText(name);

it("each clock has its two limits, and one that is set leaves the others to won records", async () => {
  const { user, clocks } = open();
  await fill(user, await input("Without contact · Red over"), "12");
  expect(clocks()).toEqual({ idle: { red: 12 } });
  await fill(user, await input("In stage · Amber over"), "0");
  expect(clocks()).toEqual({ idle: { red: 12 }, dwell: { amber: 0 } });
});

it("the last limit that is emptied leaves nothing set, not an empty clock", async () => {
  const { user, clocks } = open({ slip: { amber: 3, red: 6 } });
  await user.clear(await input("Postponed · Amber over"));
  expect(clocks()).toEqual({ slip: { red: 6 } });
  await user.clear(await input("Postponed · Red over"));
  expect(clocks()).toBeUndefined();
});
