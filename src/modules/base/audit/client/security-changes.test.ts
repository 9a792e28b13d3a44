import { expect, test } from "vitest";
import { securityChanges } from "./security-changes.ts";

test("of two states of the security settings only what differs is told, setting by setting", () => {
  const before = {
    oidc: { on: false, issuer: "", label: { en: "In", "zh-CN": "进" } },
    networks: { people: [], keys: ["10.0.0.0/8"] },
  };
  const after = {
    oidc: { on: true, issuer: "https://a.example", label: { en: "In", "zh-CN": "进" } },
    networks: { people: ["10.0.0.0/8"], keys: ["10.0.0.0/8"] },
  };
  expect(securityChanges(before, after)).toEqual([
    { path: "oidc.on", before: false, after: true },
    { path: "oidc.issuer", before: "", after: "https://a.example" },
    { path: "networks.people", before: [], after: ["10.0.0.0/8"] },
  ]);
  // The log keeps them as text.
  expect(securityChanges(JSON.stringify(before), JSON.stringify(after))).toHaveLength(3);
  expect(
    securityChanges(
      { passwords: { everybody: true, break_glass: null } },
      { passwords: { everybody: true, break_glass: null } },
    ),
  ).toEqual([]);
});
