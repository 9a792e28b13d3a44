import { expect, it } from "vitest";
import { greetingAt } from "./greeting.ts";

const inShanghai = (time: string) => greetingAt("Asia/Shanghai", new Date(`2026-11-30T${time}+08:00`));

it("greets by the company's clock, at night and at noon, too", () => {
  expect(["02:50", "08:00", "12:10", "15:00", "19:00"].map((time) => inShanghai(time)["zh-CN"])).toEqual([
    "夜深了，{name}",
    "早上好，{name}",
    "中午好，{name}",
    "下午好，{name}",
    "晚上好，{name}",
  ]);
  expect(greetingAt("Europe/London", new Date("2026-11-30T09:00:00+08:00")).en).toBe("Good evening, {name}");
});
