import { REGIONS } from "../../shared/text/regions.ts";
import { readRegions } from "../../shared/wire/search.contract.ts";
import { JsonText } from "../kernel/json-text.ts";
import { accept } from "../kernel/refusal.ts";
import { serve } from "./serve.ts";

const body = new JsonText(JSON.stringify({ data: REGIONS }));

/**
 * Provinces, cities and districts for the choice of an address; the same for everybody, so browsers may keep
 * it.
 */
export const regionRoutes = [
  serve(readRegions, {}, async (_context, { reply }) => {
    void reply.header("cache-control", "private, max-age=86400");
    return accept(body);
  }),
];
