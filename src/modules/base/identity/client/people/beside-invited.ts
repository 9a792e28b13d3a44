import { besideFields, type PlaceErrors } from "../../../../../ui/kit/form-errors.ts";

/** One line stands for login, mail and mobile: what is wrong with any of them is said beside it. */
export const besideInvited: PlaceErrors = (error, fields) => {
  const { login, email, mobile, ...rest } = besideFields(error, [...fields, "login", "email", "mobile"]);
  const contact = email ?? mobile ?? login;
  return contact === undefined ? rest : { ...rest, contact };
};
