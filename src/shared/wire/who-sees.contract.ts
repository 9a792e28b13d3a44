import { label } from "../i18n/label.ts";
import { contract } from "./contract.ts";
import { flag, list, object, text, uuid } from "./schema.ts";

/** Asked by any page on which colleagues are named, so it stands beside no module. */
export const readWhoSees = contract({
  method: "GET",
  path: "/records/:object/:id/who-sees",
  tag: "records",
  summary: label("哪些同事能看到这条记录", "Which colleagues can see a record"),
  description: label(
    "告知所列成员中谁能看到这条记录，用于在发表评论前提醒；自己须能看到这条记录。",
    "Which of the named colleagues can see this record, to be told before a comment is sent; for whoever may see it.",
  ),
  /** Ids of people, separated by commas, at most twenty. */
  query: object({ people: text({ maxLength: 800 }) }),
  /** Whether each may read the record and the comments on it; people who are not known are left out. */
  answer: object({ data: list(object({ id: uuid(), sees: flag() })) }),
  errors: { unknown_object: 404, not_found: 404 },
});
