import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { createRecord, deleteRecord, listRecords } from "../../shared/wire/records.contract.ts";
import { show } from "../../testing/screens/show.tsx";
import { answers, refusal } from "../../testing/screens/stand-in.ts";
import { useObject } from "../data/objects.ts";
import { FollowStar } from "./FollowStar.tsx";

const DEAL = "0199b3a0-0000-7000-8000-000000000001";
const FOLLOW = "0199b3a0-0000-7000-8000-000000000002";
const row = {
  id: FOLLOW,
  regarding: { object: "opportunity", id: DEAL },
  titles: { regarding: "Press line" },
};

function Star() {
  const object = useObject("opportunity");
  return object ? <FollowStar object={object} record={{ id: DEAL }} /> : null;
}
function open(followed: boolean, me = {}) {
  let isFollowed = followed;
  answers(listRecords, ({ params }) =>
    params.object === "follow"
      ? { data: isFollowed ? [row] : [], page: { next: null } }
      : refusal(404, "unknown_object"),
  );
  const made = answers(createRecord, () => {
    isFollowed = true;
    return { data: row, abilities: { update: true, delete: true } };
  });
  const gone = answers(deleteRecord, () => {
    isFollowed = false;
    return undefined;
  });
  return { user: show(<Star />, { role: "seller", me }), made, gone };
}
const star = () => screen.findByRole("button", { name: "Follow" });
const isOn = async () => (await star()).getAttribute("aria-pressed");

it("a press follows the record, says what that brings, and another leaves off", async () => {
  const { user, made, gone } = open(false);
  expect(await isOn()).toBe("false");
  await user.click(await star());
  await expect.poll(isOn).toBe("true");
  expect(made.map(({ params, body }) => [params, body])).toEqual([
    [{ object: "follow" }, { regarding: { object: "opportunity", id: DEAL } }],
  ]);
  expect(await screen.findByText(/You’ll hear/)).toBeTruthy();
  await user.click(await star());
  await expect.poll(isOn).toBe("false");
  expect(gone.map(({ params }) => params)).toEqual([{ object: "follow", id: FOLLOW }]);
});

it("what is followed already is shown so", async () => {
  open(true);
  await expect.poll(isOn).toBe("true");
});
