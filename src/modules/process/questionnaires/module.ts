import type { Module } from "../../../engine/public.ts";
import { completeForms, guardForms, nameAnswers } from "./server/form.hooks.ts";

/** Forms that are filled in for a record, complete when their questions say so. */
export const questionnairesModule: Module = {
  name: "questionnaires",
  hooks: [completeForms, guardForms],
  seed: nameAnswers,
};
