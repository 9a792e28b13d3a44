import type { Module } from "../../../engine/public.ts";
import { absencesOfOthers } from "./server/absences-of-others.guard.ts";
import { oneOfCompany } from "./server/one-of-company.guard.ts";

/** The hours in which the company, a department and a person work. */
export const calendarModule: Module = {
  name: "calendar",
  hooks: [oneOfCompany, absencesOfOthers],
};
