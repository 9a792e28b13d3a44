import { afterEach, describe, expect, it, vi } from "vitest";
import { keepCompanyZone } from "./company-clock.ts";
import { daysSince, dayText, relativeText, secondsText, timeText, todayText } from "./time-text.ts";

const NOW = Date.parse("2026-03-10T12:00:00Z");
const ago = (seconds: number): string => new Date(NOW - seconds * 1000).toISOString();
const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];

describe("how long ago, in words", () => {
  it.each([
    [0, "this minute", "此刻"],
    [59, "this minute", "此刻"],
    [MINUTE, "1 minute ago", "1分钟前"],
    [59 * MINUTE, "59 minutes ago", "59分钟前"],
    [HOUR, "1 hour ago", "1小时前"],
    [DAY - 1, "23 hours ago", "23小时前"],
    [DAY, "yesterday", "昨天"],
    [2 * DAY, "2 days ago", "前天"],
    [7 * DAY, "last week", "上周"],
    [30 * DAY, "last month", "上个月"],
    [364 * DAY, "12 months ago", "12个月前"],
    [365 * DAY, "last year", "去年"],
    [-2 * DAY, "in 2 days", "后天"],
    [-90, "in 1 minute", "1分钟后"],
  ])("%d seconds", (seconds, en, zh) => {
    expect(relativeText(ago(seconds), "en", NOW)).toBe(en);
    expect(relativeText(ago(seconds), "zh-CN", NOW)).toBe(zh);
  });
  it("what is no moment is shown as it is", () => {
    expect([relativeText("soon", "en", NOW), timeText("soon")]).toEqual(["soon", "soon"]);
  });
});

describe("days", () => {
  afterEach(() => {
    vi.useRealTimers();
    keepCompanyZone(null);
  });
  it("have two digits and are those of the company's clock", () => {
    keepCompanyZone("Asia/Shanghai");
    const time = "2026-03-08T17:05:09Z";
    expect([dayText(time), timeText(time)]).toEqual(["2026-03-09", "2026-03-09 01:05"]);
    expect(secondsText(time)).toBe("2026-03-09 01:05:09");
    vi.useFakeTimers({ now: Date.parse("2026-12-31T16:30:00Z") });
    expect(todayText()).toBe("2027-01-01");
  });
  it("since a moment are whole ones, and none where it is still ahead", () => {
    expect([0, DAY - 1, DAY, 2.5 * DAY, -DAY].map((seconds) => daysSince(ago(seconds), NOW))).toEqual([
      0, 0, 1, 2, 0,
    ]);
  });
});
