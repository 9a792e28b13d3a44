import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { show } from "../../../../testing/screens/show.tsx";
import type { Guidance } from "../shared/pipeline.ts";
import { both } from "../shared/sample-pipeline.fixture.ts";
import { StageGuidance } from "./StageGuidance.tsx";

function open(guidance: Guidance, usual?: number) {
  const onOpened = vi.fn();
  const user = show(
    <>
      <StageGuidance guidance={guidance} usual={usual} onOpened={onOpened} />
      <p>end</p>
    </>,
  );
  return { user, onOpened };
}
const url = "https://example.com/prices";
const whole: Guidance = {
  tips: [both("Ask who decides"), both("Ask when")],
  scripts: [both("Good morning")],
  links: [{ label: both("Prices"), url }],
};

it("one line shows at once; opening the rest is counted once, closing it is not", async () => {
  const { user, onOpened } = open(whole);
  expect(await screen.findByText("Ask who decides")).toBeTruthy();
  expect(screen.queryByText("Ask when")).toBeNull();
  const toggle = screen.getByRole("button", { name: "Show (4)" });
  await user.click(toggle);
  expect(screen.getByText("Good morning")).toBeTruthy();
  expect(onOpened.mock.calls).toEqual([[]]);
  await user.click(screen.getByRole("button", { name: "Hide" }));
  expect(onOpened).toHaveBeenCalledTimes(1);
});

it("each link that is followed is counted by its address", async () => {
  const { user, onOpened } = open(whole);
  await user.click(await screen.findByRole("button", { name: "Show (4)" }));
  const link = screen.getByRole("link", { name: /Prices/ });
  // Nobody leaves the page of the test.
  link.addEventListener("click", (event) => event.preventDefault());
  await user.click(link);
  expect(onOpened.mock.calls).toEqual([[], [url]]);
});

it("an address that is not safe leads nowhere", async () => {
  const { user } = open({ links: [{ label: both("Old"), url: "http://example.com" }] });
  await user.click(await screen.findByRole("button", { name: "Show (1)" }));
  expect(screen.getByText("Old")).toBeTruthy();
  expect(screen.queryByRole("link")).toBeNull();
});

it("what won records took stands there without any guidance", async () => {
  open({}, 3.04);
  expect(await screen.findByText("Won deals stay here for 3 working days (median)")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

it("a stage with nothing to say has no card", async () => {
  open({ tips: [], links: [] });
  expect(await screen.findByText("end")).toBeTruthy();
  expect(screen.queryByText("Guidance")).toBeNull();
});
