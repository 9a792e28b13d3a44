import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { address, show, type Showing } from "../../../../testing/screens/show.tsx";
import { answers, inTurn, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo } from "../../../../testing/screens/world.ts";
import {
  listNotifications,
  markNotificationsRead,
  type Notification,
} from "../shared/notifications.contract.ts";
import { NotificationBell } from "./NotificationBell.tsx";

const notice: Notification = {
  id: idNo(60),
  kind: "assigned",
  text: "Wang Wei assigned you a deal",
  regarding: { object: "opportunity", id: idNo(20), title: "Flow meters" },
  records: null,
  at: "2026-11-29T02:00:00Z",
  read_at: null,
};

function open(all: Notification[], showing: Showing = {}) {
  const unread = all.filter(({ read_at }) => read_at === null).length;
  answers(listNotifications, { data: all, page: { next: null }, unread });
  return show(<NotificationBell />, showing);
}

it("says how many are unread before it is opened", async () => {
  open([notice]);
  expect(await screen.findByRole("button", { name: "Notifications, 1 unread" })).toBeTruthy();
});

it("opening one leads to its record and reads that one only", async () => {
  const read = answers(markNotificationsRead, { marked: 1, unread: 0 });
  const user = open([notice]);
  await user.click(await screen.findByRole("button", { name: "Notifications, 1 unread" }));
  await user.click(await screen.findByText("Wang Wei assigned you a deal"));
  await expect.poll(address).toBe(`/records/opportunity/${idNo(20)}`);
  expect(read.map(({ body }) => body)).toEqual([{ ids: [notice.id] }]);
});

it("what was read is not read again", async () => {
  const user = open([{ ...notice, read_at: "2026-11-29T03:00:00Z" }]);
  await user.click(await screen.findByRole("button", { name: "Notifications" }));
  await user.click(await screen.findByText("Wang Wei assigned you a deal"));
  await expect.poll(address).toBe(`/records/opportunity/${idNo(20)}`);
});

it("all are read by one press", async () => {
  const read = answers(markNotificationsRead, { marked: 2, unread: 0 });
  const user = open([notice, { ...notice, id: idNo(61) }]);
  await user.click(await screen.findByRole("button", { name: "Notifications, 2 unread" }));
  await user.click(await screen.findByRole("button", { name: "Mark all as read" }));
  await expect.poll(() => read.map(({ body }) => body)).toEqual([{ all: true }]);
});

it("who looks as someone else reads nothing in their name", async () => {
  const viewing = {
    kind: "user",
    by: { id: idNo(5), name: "Admin" },
    since: "2026-11-30T01:00:00Z",
  } as const;
  const user = open([notice], { me: { viewing } });
  await user.click(await screen.findByRole("button", { name: "Notifications, 1 unread" }));
  await user.click(await screen.findByText("Wang Wei assigned you a deal"));
  await expect.poll(address).toBe(`/records/opportunity/${idNo(20)}`);
  expect(screen.queryByRole("button", { name: "Mark all as read" })).toBeNull();
});

it("nothing yet is said in the reader's language", async () => {
  const user = open([], { language: "zh-CN" });
  await user.click(await screen.findByRole("button", { name: "通知" }));
  expect(await screen.findByText("还没有通知")).toBeTruthy();
});

it("earlier ones come when they are asked for", async () => {
  const older = { ...notice, id: idNo(62), text: "Chen Hao mentioned you" };
  const asked = answers(listNotifications, ({ query }) =>
    query.cursor
      ? { data: [older], page: { next: null }, unread: 2 }
      : { data: [notice], page: { next: "c1" }, unread: 2 },
  );
  const user = show(<NotificationBell />);
  await user.click(await screen.findByRole("button", { name: "Notifications, 2 unread" }));
  await user.click(await screen.findByRole("button", { name: "Load earlier" }));
  expect(await screen.findByText("Chen Hao mentioned you")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Load earlier" })).toBeNull();
  expect(asked.map(({ query }) => query.cursor ?? "")).toEqual(["", "c1"]);
});

it("one that counts records leads to the list of them; one about nothing is only read", async () => {
  const read = answers(markNotificationsRead, { marked: 1, unread: 0 });
  const records = { object: "opportunity", filter: "true", whose: "owner == me()" };
  const counting = { ...notice, text: "3 deals stand still", regarding: null, records };
  const bare = { ...notice, id: idNo(63), kind: "told", text: "The bin was emptied", regarding: null };
  const user = open([counting, bare]);
  await user.click(await screen.findByRole("button", { name: "Notifications, 2 unread" }));
  await user.click(await screen.findByText("The bin was emptied"));
  await expect.poll(() => read.map(({ body }) => body)).toEqual([{ ids: [bare.id] }]);
  expect(address()).toBe("/");
  await user.click(screen.getByText("3 deals stand still"));
  await expect
    .poll(address)
    .toBe("/records/opportunity?scene=stalled&view=list&filter=owner%20%3D%3D%20me()");
});

it("a list that cannot be read says so, and is asked for again", async () => {
  answers(
    listNotifications,
    inTurn(refusal(500, "internal"), { data: [notice], page: { next: null }, unread: 1 }),
  );
  const user = show(<NotificationBell />);
  await user.click(await screen.findByRole("button", { name: "Notifications" }));
  await user.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Wang Wei assigned you a deal")).toBeTruthy();
});
