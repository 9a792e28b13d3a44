import { label } from "../../../shared/i18n/label.ts";
import type { ObjectHook, Road } from "../../../shared/metadata/hooks.ts";
import { derive, rule } from "../../../shared/metadata/object-rules.ts";
import { firstLine } from "../first-line.ts";
import { comment } from "./comment.object.ts";

/** Ways by which the words of others come in: history that is brought along names who said it. */
const OF_OTHERS: readonly Road[] = ["import", "seed", "setup", "rule", "automation"];

export const commentHooks: readonly ObjectHook[] = [
  derive(comment, {
    name: "subject_from_content",
    when: ["content"],
    writes: ["subject"],
    run: ({ after }) => ({ subject: firstLine(after.content) || "…" }),
  }),
  /** Nobody puts words into the mouth of a colleague: whoever may change the record may only delete them. */
  rule(comment, {
    name: "by_its_author",
    when: ["content", "owner"],
    run: ({ before, after, changed, actor, road, deleting, restoring, takingBack }) => {
      if (actor === null || deleting || restoring || takingBack || OF_OTHERS.includes(road)) return [];
      const author = before ? before.owner : after.owner;
      if (author === actor && !(before && changed.has("owner"))) return [];
      return [
        {
          code: "comment_of_another",
          field: changed.has("owner") ? "owner" : "content",
          text: label("评论只能由本人发表和修改", "A comment is written and changed by its author only"),
        },
      ];
    },
  }),
];
