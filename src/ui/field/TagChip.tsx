import type { CSSProperties } from "react";
import { tag } from "../../objects/system/tag/tag.object.ts";
import { useTitle } from "../data/lookups.ts";
import { useTags } from "../data/tags.ts";
import { dotColor } from "../kit/colors.ts";
import * as chipStyles from "../kit/chip.module.css";

/** What a tags field holds one of, by name; a tag in its colour. */
export function TagChip({ object, id }: { readonly object: string; readonly id: string }) {
  const isTag = object === tag.name;
  const known = useTags(isTag).get(id);
  const title = useTitle(isTag && known ? null : object, id, known?.name ?? "");
  const color = dotColor(known?.color || undefined);
  return (
    <span
      className={`${chipStyles.chip} ${color ? chipStyles.tinted : chipStyles.boxed}`}
      data-part="chip"
      style={color ? ({ "--dot": color } as CSSProperties) : undefined}
    >
      {title}
    </span>
  );
}
