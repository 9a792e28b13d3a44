import { messagesByField, type ProblemError } from "../data/problem-error.ts";
import { problemWords } from "./problem-words.ts";

/** In the place of words: the field is empty. Whoever draws it knows what it is called, and says so. */
export const EMPTY_FIELD = "\0empty";

/** What is wrong, by field; "" is the whole. */
export type FormErrors<Field extends string = string> = { readonly [field in Field | ""]?: string };

/** Which of a refusal's reasons stands where, in a form that has these fields. */
export type PlaceErrors = (error: ProblemError, fields: readonly string[]) => FormErrors;

/** Reasons stand beside their fields; where the form has none of these, they stand together on top. */
export const besideFields: PlaceErrors = (error, fields) => {
  const found = messagesByField(
    error.problem.errors.map((one) => (one.code === "needed" ? { ...one, message: EMPTY_FIELD } : one)),
  );
  const isKnown = Object.keys(found).some((field) => fields.includes(field));
  return isKnown ? found : { "": problemWords(error) };
};

/** The fields that must be filled in and are not. */
export const gapsIn = (needed: Readonly<Record<string, string>>): FormErrors =>
  Object.fromEntries(
    Object.entries(needed)
      .filter(([, value]) => !value.trim())
      .map(([field]) => [field, EMPTY_FIELD]),
  );
