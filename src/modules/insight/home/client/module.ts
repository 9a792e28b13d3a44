import type { ClientModule } from "../../../../ui/client-module.ts";
import type { HomeTile } from "../../../../ui/slots/home-tiles.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";

const ofDeals = (tile: Omit<HomeTile, "object">): HomeTile => ({ ...tile, object: "opportunity" });

/** What a person sees first, and what it shows of tasks and deals. */
export const homeScreens: ClientModule = {
  name: "home",
  routes: [{ path: "", Component: lazily(() => import("./HomePage.tsx").then((m) => m.HomePage)) }],
  homeTiles: [
    {
      name: "day",
      place: "main",
      order: 10,
      object: "task",
      Component: lazily(() => import("./day/Day.tsx").then((m) => m.Day)),
    },
    ofDeals({
      name: "still",
      place: "main",
      order: 20,
      Component: lazily(() => import("./DealList.tsx").then((m) => m.StillDeals)),
    }),
    ofDeals({
      name: "money",
      place: "aside",
      order: 10,
      Component: lazily(() => import("./MoneyStrip.tsx").then((m) => m.MoneyStrip)),
    }),
    ofDeals({
      name: "stages",
      place: "aside",
      order: 20,
      Component: lazily(() => import("./DealsByStage.tsx").then((m) => m.DealsByStage)),
    }),
    ofDeals({
      name: "slipped",
      place: "aside",
      order: 30,
      Component: lazily(() => import("./DealList.tsx").then((m) => m.SlippedDeals)),
    }),
    ofDeals({
      name: "due",
      place: "aside",
      order: 40,
      Component: lazily(() => import("./DealList.tsx").then((m) => m.DueDeals)),
    }),
  ],
};
