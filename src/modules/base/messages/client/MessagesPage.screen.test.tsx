import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { showPage } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, LI_NA } from "../../../../testing/screens/world.ts";
import { readMailSettings } from "../shared/mail.contract.ts";
import { listMessages, type MessageLine, retryMessage } from "../shared/messages.contract.ts";

const sent: MessageLine = {
  id: idNo(70),
  event: "task",
  event_label: { "zh-CN": "分配任务", en: "Task assigned" },
  channel: "mail",
  to: "li@example.com",
  person: { id: LI_NA, name: "李娜" },
  status: "sent",
  why: null,
  tries: 1,
  error: null,
  lines: 50,
  regarding: { object: "account", id: idNo(71), title: "恒润精密" },
  created_at: "2026-11-30T02:00:00Z",
  sent_at: "2026-11-30T02:01:00Z",
  can_retry: false,
};
const failed: MessageLine = {
  ...sent,
  id: idNo(72),
  status: "failed",
  why: { name: "refused", label: { "zh-CN": "对方拒收", en: "Refused by the other side" } },
  error: "550 no such user",
  tries: 2,
  lines: 1,
  can_retry: true,
};
const server = (host: string | null) =>
  answers(readMailSettings, {
    data: { host, port: 25, security: "none", user: null, from: "", password_kept: false, site: null },
  });
const lists = (...data: MessageLine[]) => answers(listMessages, { data, page: { next: null } });

it("says to whom, by which channel, how many lines and what the other side said", async () => {
  server("smtp.example.com");
  lists(sent, failed);
  showPage("/settings/messages");
  const table = within(await screen.findByRole("table", { name: "Messages" }));
  expect(table.getByText(/50 lines/)).toBeTruthy();
  expect(table.getAllByRole("link", { name: "恒润精密" })[0]?.getAttribute("href")).toBe(
    `/records/account/${idNo(71)}`,
  );
  expect(table.getByText("Refused by the other side")).toBeTruthy();
  expect(table.getByText(/550 no such user · 2 tries/)).toBeTruthy();
  expect(screen.queryByText(/no mail server yet/)).toBeNull();
});

it("one that failed is sent again; a refusal is told in its words", async () => {
  server("smtp.example.com");
  lists(sent, failed);
  const again = answers(retryMessage, { data: { ...failed, status: "queued" } });
  const user = showPage("/settings/messages");
  await user.click(await screen.findByRole("button", { name: "Send again" }));
  expect(await screen.findByText("Queued again")).toBeTruthy();
  expect(again.map(({ params }) => params.id)).toEqual([failed.id]);
  answers(retryMessage, refusal(409, "not_repeatable", { detail: "It is on its way" }));
  await user.click(screen.getByRole("button", { name: "Send again" }));
  expect(await screen.findByText("It is on its way")).toBeTruthy();
});

it("without a mail server says so and leads to where it is set up", async () => {
  server(null);
  lists();
  showPage("/settings/messages");
  expect((await screen.findByRole("link", { name: "Set up the mail server" })).getAttribute("href")).toBe(
    "/settings/mail",
  );
  expect(screen.getByText("No messages")).toBeTruthy();
});

it("shows those of one state when asked", async () => {
  server("smtp.example.com");
  const asked = lists(sent);
  const user = showPage("/settings/messages");
  await user.click(await screen.findByRole("tab", { name: "Failed" }));
  await screen.findAllByRole("table");
  expect(asked.map(({ query }) => query.status)).toEqual([undefined, "failed"]);
});
