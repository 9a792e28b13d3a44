import { expect, it } from "vitest";
import { ownPath } from "./oidc-flow.ts";

it.for([
  "/",
  "/records/account",
  "/records/account?filter=owner%20%3D%3D%20me&sort=-name",
  "/records/account/1#timeline",
])("after the company account one comes back to %s", (path) => {
  expect(ownPath(path)).toBe(path);
});

it.for([
  undefined,
  "",
  "records/account",
  "https://elsewhere.example/records",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "/\t/elsewhere.example",
  "/\n/elsewhere.example",
  "/..//elsewhere.example",
  "/.//elsewhere.example",
  "javascript:alert(1)",
  "data:text/html,hello",
  "//",
  "http:elsewhere.example",
])("nobody is led away by %j", (path) => {
  expect(ownPath(path)).toBe("/");
});

it("steps upward end at the root of this site", () => {
  expect(ownPath("/settings/../../../records")).toBe("/records");
});
