import { readFileSync } from "node:fs";
import { matchPath } from "react-router";
import { expect, it } from "vitest";
import { clientModules } from "./modules.ts";

/** Addresses of screens that have been sent, bookmarked and written into notices: each release opens them. */
const PAGES = [
  "/",
  "/me",
  "/records/opportunity",
  "/records/opportunity/01a22c08-48ca-745d-bda5-e5ee86e23389",
  "/settings",
  "/approvals",
  "/duplicates",
  "/handover/01a22c08-48ca-745d-bda5-e5ee86e23389",
  "/imports/new",
  "/imports/01a22c08-48ca-745d-bda5-e5ee86e23389",
  "/insight/funnel",
  "/insight/movement",
  "/insight/baselines",
];
const SETTINGS = [
  "access",
  "audit",
  "calendar",
  "company",
  "departments",
  "duplicate-rules",
  "health",
  "imports",
  "keys",
  "moving",
  "notifications",
  "objects",
  "people",
  "permissions",
  "pipelines",
  "privacy",
  "protection",
  "questionnaires",
  "recycle-bin",
  "retention",
  "roles",
  "security",
  "sessions",
  "sharing-rules",
  "two-step",
];
/** What stands at addresses of its own below a page of the settings. */
const BELOW = ["objects/opportunity", "roles/seller", "permissions/readers", "pipelines/01a22c08-48ca-745d"];
/** Whoever is not signed in. */
const ENTRANCE = ["/set-up", "/sign-in", "/invite/token"];

/** Paths that a file of the shell gives its routes by itself. */
const ownPaths = (file: string): readonly string[] =>
  [...readFileSync(new URL(file, import.meta.url), "utf8").matchAll(/<Route path="([^"*]+(?:\/\*)?)"/g)].map(
    ([, path = ""]) => path,
  );
const unopened = (addresses: readonly string[], paths: readonly string[]): readonly string[] =>
  addresses.filter((address) => !paths.some((path) => matchPath(path, address)));

it("every address of a page of earlier releases leads to a page", () => {
  const ofModules = clientModules.flatMap((module) => module.routes ?? []).map(({ path }) => path);
  const paths = [...ofModules, ...ownPaths("./Pages.tsx")].map((path) => `/${path.replace(/^\//, "")}`);
  expect(unopened(PAGES, paths)).toEqual([]);
  expect(unopened(["/nothing/here"], paths)).toHaveLength(1);
});

it("every address of the settings of earlier releases leads to its page", () => {
  const paths = clientModules
    .flatMap((module) => module.settings ?? [])
    .map(({ path }) => `/settings/${path}/*`);
  const addresses = [...SETTINGS, ...BELOW].map((path) => `/settings/${path}`);
  expect(unopened(addresses, paths)).toEqual([]);
});

it("the ways in are where they were", () => {
  const ofModules = clientModules
    .flatMap((module) => module.publicRoutes ?? [])
    .map(({ path }) => `/${path}`);
  expect(unopened(ENTRANCE, [...ofModules, ...ownPaths("./AuthRoutes.tsx")])).toEqual([]);
});
