import { useQuery } from "@tanstack/react-query";
import { opportunity } from "../../../../objects/selling/opportunity/opportunity.object.ts";
import { call } from "../../../../ui/data/call.ts";
import type { HomeScope } from "../../../../ui/slots/home-tiles.ts";
import { readHomeDeals } from "../shared/home.contract.ts";

/** The deals of these people in numbers; read again with the deals themselves. */
export const useHomeDeals = ({ whose }: HomeScope) =>
  useQuery({
    queryKey: ["records", opportunity.name, "home", whose],
    queryFn: async ({ signal }) => (await call(readHomeDeals, { query: { whose }, signal })).data,
  });
