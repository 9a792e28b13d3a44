import { useTitle } from "../data/lookups.ts";
import { isList, isMap, linkId, textValue } from "../data/values.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import type { CellProps } from "./kind-ui.ts";

function Tag({ object, value }: { readonly object: string; readonly value: WireValue }) {
  const known = isMap(value) ? textValue(value["name"]) : "";
  return <span className="chip chip-plain">{useTitle(object, linkId(value), known)}</span>;
}
export function TagsCell({ value, field }: CellProps) {
  if (!isList(value) || field.kind !== "tags") return null;
  return (
    <span className="line clip">
      {value.map((tag) => (
        <Tag key={linkId(tag)} object="tag" value={tag} />
      ))}
    </span>
  );
}
