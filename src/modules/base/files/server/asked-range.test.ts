import { expect, test } from "vitest";
import { askedRange } from "./asked-range.ts";

test("one part is read as it was asked for, several are all of it, and one after the end is refused", () => {
  const asked = (header: string | undefined, size = 20) => askedRange(header, size);
  expect(asked("bytes=0-4")).toEqual({ start: 0, end: 4 });
  expect(asked("bytes=5-")).toEqual({ start: 5, end: 19 });
  expect(asked("bytes=5-500")).toEqual({ start: 5, end: 19 });
  expect(asked("bytes=-5")).toEqual({ start: 15, end: 19 });
  expect(asked("bytes=-500")).toEqual({ start: 0, end: 19 });
  for (const all of [undefined, "", "bytes=-", "bytes=5-4", "bytes=0-1,4-5", "lines=0-4", "bytes=a-b"])
    expect(asked(all), all).toBeUndefined();
  for (const beyond of ["bytes=20-", "bytes=20-30", "bytes=-0"]) expect(asked(beyond)).toBe("beyond");
  expect(asked("bytes=0-", 0)).toBe("beyond");
});
