import { useTitle } from "../data/lookups.ts";
import { isList, linkId, textValue } from "../data/values.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";
import { tag as tagObject } from "../../objects/system/tag/tag.object.ts";
import { partOf } from "../../shared/metadata/record-of.ts";
import type { CellProps } from "./kind-ui.ts";
import * as base from "../kit/base.module.css";
import * as chipStyles from "../kit/chip.module.css";

function Tag({ object, value }: { readonly object: string; readonly value: WireValue }) {
  const known = isMap(value) ? textValue(partOf(tagObject, value).name) : "";
  return (
    <span className={`${chipStyles.chip} ${chipStyles.boxed}`} data-part="chip">
      {useTitle(object, linkId(value), known)}
    </span>
  );
}
export function TagsCell({ value, field }: CellProps) {
  if (!isList(value) || field.kind !== "tags") return null;
  return (
    <span className={`${base.line} ${base.clip}`}>
      {value.map((tag) => (
        <Tag key={linkId(tag)} object={tagObject.name} value={tag} />
      ))}
    </span>
  );
}
