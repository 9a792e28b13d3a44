import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { address, show, type Showing } from "../../../../testing/screens/show.tsx";
import { answers } from "../../../../testing/screens/stand-in.ts";
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
