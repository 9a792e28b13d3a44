import { serve } from "../../../../engine/public.ts";
import { readCallNumbers, readHomeDeals } from "../shared/home.contract.ts";
import { readDeals } from "./read-deals.ts";
import { readNumbers } from "./read-numbers.ts";

export const homeRoutes = [
  serve(readHomeDeals, { replica: "always" }, readDeals),
  serve(readCallNumbers, { replica: "always" }, readNumbers),
];
