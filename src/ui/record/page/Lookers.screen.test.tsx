import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { noteLook } from "../../../shared/wire/record-looks.contract.ts";
import { show } from "../../../testing/screens/show.tsx";
import { answers } from "../../../testing/screens/stand-in.ts";
import { idNo } from "../../../testing/screens/world.ts";
import { Lookers } from "./Lookers.tsx";

const look = { first_at: "2026-11-28T03:00:00Z", last_at: "2026-11-29T03:00:00Z", count: 2 };

it("once the record has stood there a moment that is told, and who else looked is named", async () => {
  const data = ["Zhao Lei", "Sun Li"].map((name, at) => ({ ...look, id: idNo(90 + at), name }));
  const told = answers(noteLook, { data });
  const user = show(<Lookers object="opportunity" id={idNo(20)} />);
  expect(told).toEqual([]);
  const faces = await screen.findByRole("button", { name: "Opened lately by 2 people" }, { timeout: 6000 });
  expect(told.map(({ params }) => params)).toEqual([{ object: "opportunity", id: idNo(20) }]);
  await user.click(faces);
  expect(await screen.findByText("Sun Li")).toBeTruthy();
});
