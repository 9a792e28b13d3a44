import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "../../../../testing/screens/show.tsx";
import { idNo, objectInfo, PIPELINE } from "../../../../testing/screens/world.ts";
import { ClockMarks } from "./ClockMarks.tsx";

const record = { id: idNo(20), name: "Flow meters", stage: "needs", pipeline: PIPELINE };

it("a card marks what is unusual, in words too, and says nothing of the rest", async () => {
  const odd = {
    idle_level: "red",
    idle_days: "12",
    next_meeting_at: null,
    slip_level: "amber",
    slip_count: 2,
    slip_days: 14,
  };
  show(<ClockMarks object={objectInfo("opportunity")} record={{ ...record, ...odd }} />);
  const marks = await screen.findAllByRole("note");
  expect(marks.map((mark) => [mark.textContent, mark.getAttribute("aria-label")])).toEqual([
    ["12", "Red · 12 working days without customer contact"],
    ["×2", "Amber · Close date postponed 2 times, 14 working days in total"],
  ]);
});

it("nothing unusual, nothing marked", async () => {
  show(
    <>
      <ClockMarks
        object={objectInfo("opportunity")}
        record={{ ...record, idle_level: null, slip_level: null }}
      />
      <p>end</p>
    </>,
  );
  expect(await screen.findByText("end")).toBeTruthy();
  expect(screen.queryByRole("note")).toBeNull();
});
