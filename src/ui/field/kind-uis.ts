import type { FieldInfo } from "../data/objects.ts";
import type { KindUi, KindUis } from "./kind-ui.ts";
import { boolean } from "./kinds/boolean.tsx";
import { date, datetime } from "./kinds/date.tsx";
import { file, image, signature } from "./kinds/file.tsx";
import { json } from "./kinds/json.tsx";
import { department, link, links, person, tags } from "./kinds/link.tsx";
import { longText } from "./kinds/long-text.tsx";
import { autoNumber, children, formula, formulaOption, rollup } from "./kinds/made.tsx";
import { money } from "./kinds/money.tsx";
import { decimal, integer, percent } from "./kinds/number.tsx";
import { multiselect, select } from "./kinds/option.tsx";
import { address, email, location, phone, url } from "./kinds/reach.tsx";
import { richText } from "./kinds/rich-text.tsx";
import { stage } from "./kinds/stage.tsx";
import { text } from "./kinds/text.tsx";

/** What each field kind looks like. A new kind does not compile until it stands here. */
export const KIND_UIS: KindUis = {
  text,
  long_text: longText,
  rich_text: richText,
  integer,
  decimal,
  money,
  percent,
  boolean,
  date,
  datetime,
  select,
  multiselect,
  link,
  links,
  children,
  tags,
  person,
  department,
  phone,
  email,
  url,
  address,
  auto_number: autoNumber,
  formula,
  rollup,
  file,
  image,
  location,
  signature,
  json,
  stage,
};
export const kindUi = (field: FieldInfo): KindUi =>
  field.kind === "formula" && field.options ? formulaOption : KIND_UIS[field.kind];

/** Takes a whole line of a form or a page: as the company said, else as its kind does. */
export const isFullWidth = (field: FieldInfo): boolean =>
  field.width === undefined ? (kindUi(field).wide ?? false) : field.width === "full";
