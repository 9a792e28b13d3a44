import type { CSSProperties, ReactNode } from "react";
import { groupDigits } from "../../../shared/money/group-digits.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { Avatar } from "../../kit/Avatar.tsx";
import { Icon } from "../../kit/Icon.tsx";
import type { VirtualRows } from "../../kit/use-virtual-rows.ts";
import type { LinePlace } from "../list/TableRows.tsx";
import type { GroupLine } from "./group-lines.ts";
import type { Group } from "./use-groups.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./GroupHead.module.css";

interface HeadProps {
  readonly object: ObjectInfo;
  readonly line: Extract<GroupLine, { kind: "head" }>;
  readonly row: number;
  readonly onTurn: (group: string) => void;
}

/** The head of a group in a table: its name and count, and its sums under the columns' own heads. */
export function GroupHead({ object, line, row, onTurn, ...place }: HeadProps & LinePlace) {
  const { columns, lefts } = place;
  const { group } = line;
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className={styles.head}
      data-part="group-head"
      data-active={place.isActive || undefined}
      style={{ transform: `translateY(${place.top}px)` }}
    >
      <div id={`cell-${row}-0`} role="gridcell" className={styles.name}>
        <Turn line={line} onTurn={onTurn} isPerson={isPerson(object, line)} />
      </div>
      {columns.map(({ field, width }, at) =>
        group.sums.has(field.name) && at > 0 ? (
          <div key={field.name} role="gridcell" className={styles.sum} style={{ left: lefts[at], width }}>
            <FieldCell
              object={object.name}
              field={field}
              value={group.sums.get(field.name) ?? null}
              record={{ [field.name]: group.sums.get(field.name) ?? null }}
            />
          </div>
        ) : null,
      )}
    </div>
  );
}

/** The head of a group on a phone: with the first of its sums. */
export function GroupCardHead({
  object,
  line,
  row,
  top,
  measure,
  onTurn,
}: HeadProps & { readonly top: number; readonly measure: VirtualRows["measure"] }) {
  const [name, value] = [...line.group.sums][0] ?? [];
  const field = object.byName[name ?? ""];
  return (
    <div
      ref={measure}
      data-index={row}
      data-part="group-head"
      className={styles.cardHead}
      style={{ transform: `translateY(${top}px)` }}
    >
      <Turn line={line} onTurn={onTurn} isPerson={isPerson(object, line)}>
        {field && (
          <span className={styles.cardSum}>
            <FieldCell
              object={object.name}
              field={field}
              value={value ?? null}
              record={{ [field.name]: value ?? null }}
            />
          </span>
        )}
      </Turn>
    </div>
  );
}
const isPerson = (object: ObjectInfo, { group }: HeadProps["line"]): boolean =>
  group.value !== null && object.byName[group.field]?.kind === "person";

interface TurnProps extends Pick<HeadProps, "line" | "onTurn"> {
  readonly isPerson: boolean;
  readonly children?: ReactNode;
}
/** Opens a group, or shuts it. */
function Turn({ line: { group, isOpen }, onTurn, isPerson: hasFace, children }: TurnProps) {
  return (
    <button type="button" className={styles.turn} aria-expanded={isOpen} onClick={() => onTurn(group.key)}>
      <Icon name={isOpen ? "down" : "right"} size={14} />
      <Face group={group} hasFace={hasFace} />
      <strong className={base.clip}>{group.words}</strong>
      <span className={styles.count}>{groupDigits(String(group.count))}</span>
      {children}
    </button>
  );
}
function Face({ group, hasFace }: { readonly group: Group; readonly hasFace: boolean }) {
  if (hasFace) return <Avatar name={group.words} />;
  if (!group.color) return null;
  return <span className={styles.dot} style={{ "--dot": group.color } as CSSProperties} />;
}
