import {
  type HomeDeals,
  readCallNumbers,
  readHomeDeals,
} from "../../modules/insight/home/shared/home.contract.ts";
import { answers } from "./stand-in.ts";

const none = { count: 0, sum: { amount: "0.00", currency: "CNY" } };
export const figure = (count: number, amount: string, currency = "CNY") => ({
  count,
  sum: { amount, currency },
});
/** Nothing of anything, in the company's currency. */
export const NOTHING: HomeDeals = {
  open: none,
  stages: [],
  won: none,
  won_same_day: none,
  won_last_month: none,
  commit: none,
  slipped: none,
  due: none,
};
/** The deals of the home page in numbers: nothing but what is told; and nobody to call. */
export function homeDeals(told: Partial<HomeDeals> = {}) {
  answers(readCallNumbers, { data: [] });
  return answers(readHomeDeals, { data: { ...NOTHING, ...told } });
}
