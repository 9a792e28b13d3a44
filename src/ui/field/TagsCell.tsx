import { isList, linkId } from "../data/values.ts";
import type { CellProps } from "./kind-ui.ts";
import { TagChip } from "./TagChip.tsx";
import { useTagTarget } from "./tag-target.ts";
import * as base from "../kit/base.module.css";

export function TagsCell({ value, field }: CellProps) {
  const object = useTagTarget(field);
  if (!isList(value) || field.kind !== "tags") return null;
  return (
    <span className={`${base.line} ${base.clip}`}>
      {value
        .flatMap((one) => linkId(one) ?? [])
        .map((id) => (
          <TagChip key={id} object={object} id={id} />
        ))}
    </span>
  );
}
