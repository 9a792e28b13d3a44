import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../../testing/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

/** What looks like a moment, a number or an id, and is none that a database knows. */
test.for([
  "/sessions?cursor=2026-13-40T25:61:00Z~00000000-0000-4000-8000-000000000001",
  `/sessions?cursor=2026-11-30T00:00:00Z~${"-".repeat(36)}`,
  `/sessions?cursor=2026-11-30T...Z~${"a".repeat(36)}`,
  "/access-log?from=2026-99-99T99:99Z",
  "/access-log?to=2026-02-30T00:00:00Z",
  "/access-log?user=------------------------------------",
  "/audit/changes?from=2026-99-99T99:99:99Z",
  "/audit/changes?to=2026-02-30T00:00Z",
  "/audit/changes?cursor=999999999999999",
  "/audit/changes?actor=x",
  "/api-keys?user=x",
  "/sessions?user=x",
  "/users/x/second-factor",
  "/users/------------------------------------/second-factor",
  "/users/x/company-account",
  "/settings/calendar?year=0000",
])("%s is refused or finds nothing, and is no error of the program", async (path) => {
  const answer = await app.admin.get(path);
  expect(answer.status, answer.text).toBeLessThan(500);
});
