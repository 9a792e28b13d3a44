import { label } from "../../shared/i18n/label.ts";
import { REGIONS } from "../../shared/text/regions.ts";
import { type Route, SENT } from "./route.ts";
import { accept } from "../refusal.ts";

const body = JSON.stringify({ data: REGIONS });

/**
 * Provinces, cities and districts for the choice of an address; the same for everybody, so browsers may keep
 * it.
 */
export const regionRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/regions",
    tag: "metadata",
    summary: label("省、市、区县（GB/T 2260）", "Provinces, cities and districts (GB/T 2260)"),
    run: async (_context, { reply }) => {
      await reply
        .header("cache-control", "private, max-age=86400")
        .type("application/json; charset=utf-8")
        .send(body);
      return accept(SENT);
    },
  },
];
