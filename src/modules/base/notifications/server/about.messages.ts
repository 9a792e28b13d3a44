import { label } from "../../../../shared/i18n/label.ts";

/** How a notice names a record or a person. */
export const aboutMessages = {
  titled: label("{object}“{title}”", "{object} “{title}”"),
  untitled: label("一条{object}", "a record ({object})"),
  nothing: label("一条记录", "a record"),
  somebody: label("系统", "The system"),
};
