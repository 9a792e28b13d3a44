import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { LANGUAGES, pagesOf, renderPage } from "../../../scripts/web/guide-text.mjs";
import { GUIDE_OF_PATHS, guidePageOf } from "../../modules/insight/help/client/guide/guide-page-of.ts";
import { clientModules } from "./modules.ts";

/** An address of every page: places of names are filled in. */
const addresses = [
  ...clientModules.flatMap((module) => module.routes ?? []).map(({ path }) => `/${path}`),
  ...clientModules.flatMap((module) => module.settings ?? []).map(({ path }) => `/settings/${path}`),
  ...[
    ...readFileSync(new URL("./Pages.tsx", import.meta.url), "utf8").matchAll(/<Route path="([^"*]+)/g),
  ].map(([, path = ""]) => `/${path.replace(/\/$/, "")}`),
].map((path) => path.replace(/:\w+\??/g, "x"));

it("every page of the product has a page of the guide, in both languages", () => {
  expect(addresses.length).toBeGreaterThan(30);
  expect(addresses.filter((address) => guidePageOf(address) === undefined)).toEqual([]);
  for (const language of LANGUAGES) {
    const there = pagesOf(language);
    expect(GUIDE_OF_PATHS.map(([, page]) => page).filter((page) => !there.includes(page))).toEqual([]);
  }
  expect(guidePageOf("/nothing/here")).toBeUndefined();
});

it("links of the guide lead to its pages and to nothing of the project beside it", () => {
  for (const language of LANGUAGES)
    for (const page of pagesOf(language)) {
      const { html } = renderPage(language, page);
      expect([page, html.match(/href="(?!\/guide\/|#|https?:)[^"]*"/g)]).toEqual([page, null]);
      expect(html).not.toMatch(/<script|<iframe| on\w+="/);
    }
});
