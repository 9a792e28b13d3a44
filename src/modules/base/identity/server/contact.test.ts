import { expect, test } from "vitest";
import { waysToReach } from "./contact.ts";

test("a line is a mail address, a number or a login", () => {
  expect(waysToReach(" li.na@example.com ")).toEqual({
    login: "li.na@example.com",
    email: "li.na@example.com",
  });
  expect(waysToReach("138 0013-8000")).toEqual({ login: "13800138000", mobile: "13800138000" });
  expect(waysToReach("+86 138 0013 8000")).toEqual({ login: "+8613800138000", mobile: "+8613800138000" });
  expect(waysToReach("li.na")).toEqual({ login: "li.na" });
  expect(waysToReach("12345")).toEqual({ login: "12345" });
});
