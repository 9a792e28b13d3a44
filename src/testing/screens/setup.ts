import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, vi } from "vitest";
import { keepCompanyZone } from "../../ui/kit/company-clock.ts";
import { endAnswers, standIn } from "./stand-in.ts";
import { warmOverlays } from "./warm-overlays.tsx";
import { widthNow } from "./window-width.ts";

// Several builders share a machine: patience costs nothing where all is well. Nothing is laid out here and no
// style is drawn, so that what is hidden is what is not there; to ask each parent of each element is slow.
configure({ asyncUtilTimeout: 30_000, defaultHidden: true });
// The styles of a page take half of the time of its test, and nobody sees them.
vi.mock("../../ui/kit/theme.ts", async (original) => {
  const theme = await original<typeof import("../../ui/kit/theme.ts")>();
  return {
    ...theme,
    themeOf: (...given: Parameters<typeof theme.themeOf>) => ({
      ...theme.themeOf(...given),
      zeroRuntime: true,
    }),
  };
});

const fits = (query: string): boolean => {
  const most = /max-width:\s*([\d.]+)px/.exec(query)?.[1];
  const least = /min-width:\s*([\d.]+)px/.exec(query)?.[1];
  if (most === undefined && least === undefined) return query.includes("reduced-motion");
  return (
    (most === undefined || widthNow() <= Number(most)) && (least === undefined || widthNow() >= Number(least))
  );
};

/** Nothing is laid out here: everything is as large as a window, so that lists draw the rows in sight. */
class Observer {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): never[] {
    return [];
  }
}
const size = (pixels: () => number) => ({ configurable: true, get: pixels });
Object.defineProperties(HTMLElement.prototype, {
  offsetHeight: size(() => 800),
  offsetWidth: size(widthNow),
  clientHeight: size(() => 800),
  clientWidth: size(widthNow),
});
Element.prototype.scrollIntoView = () => undefined;
Element.prototype.scrollTo = () => undefined;
Object.assign(globalThis, { ResizeObserver: Observer, IntersectionObserver: Observer });
window.matchMedia = (media) =>
  Object.assign(new EventTarget(), {
    media,
    get matches() {
      return fits(media);
    },
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });

/** By whose clock a file reckons before anybody is signed in: that of the company in `world.ts`. */
const setClock = () => keepCompanyZone("Asia/Shanghai");
setClock();

beforeAll(warmOverlays);
beforeEach(() => {
  globalThis.fetch = standIn;
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(async () => {
  cleanup();
  setClock();
  // What was asked as the test ended is answered by its own stand-ins, not by those of the next one.
  await new Promise((resolve) => setTimeout(resolve));
  expect(endAnswers()).toEqual([]);
});
