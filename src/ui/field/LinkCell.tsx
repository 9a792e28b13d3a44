import { type ReactNode, use } from "react";
import { Link } from "react-router";
import type { Values, WireValue } from "../../shared/metadata/object.ts";
import { hasTitles, linkId, linkObject, titleAt } from "../data/values.ts";
import { useTitle } from "../data/lookups.ts";
import { Avatar } from "../kit/Avatar.tsx";
import { useLanguage } from "../kit/language.tsx";
import { fieldMessages } from "./field.messages.ts";
import type { CellProps } from "./kind-ui.ts";
import { PlainLinks } from "./plain-links.ts";
import * as base from "../kit/base.module.css";

/** Where a record's own page is. */
export const recordPath = (object: string, id: string): string => `/records/${object}/${id}`;

interface TitledProps {
  readonly object: string;
  readonly id: string | null;
  readonly record: Values;
  readonly field: string;
  readonly children: (title: string) => ReactNode;
}
/**
 * With the title that came with the record; only where none came it is asked for, so that long lists watch
 * nothing.
 */
function Titled(props: TitledProps) {
  const known = titleAt(props.record, props.field);
  return known || hasTitles(props.record) ? props.children(known) : <Asked {...props} />;
}
function Asked({ object, id, children }: TitledProps) {
  return children(useTitle(object, id, ""));
}

interface TargetProps extends CellProps {
  readonly targets: readonly string[];
}
/** The title of a linked record, leading to it. */
export function TargetCell({ field, value, record, targets }: TargetProps) {
  const { t } = useLanguage();
  const isPlain = use(PlainLinks);
  const object = linkObject(value, targets);
  const id = linkId(value);
  if (!id || !object) return null;
  return (
    <Titled object={object} id={id} record={record} field={field.name}>
      {(title) =>
        // Without a title it is out of the reader's sight, and leads nowhere.
        isPlain || title === "" ? (
          <span className={title === "" ? `${base.clip} ${base.muted}` : base.clip}>
            {title || t(fieldMessages.unknown)}
          </span>
        ) : (
          <Link
            className={base.clip}
            data-part="cell-link"
            to={recordPath(object, id)}
            onClick={(event) => event.stopPropagation()}
            tabIndex={-1}
          >
            {title}
          </Link>
        )
      }
    </Titled>
  );
}
export const LinkCell = (props: CellProps) => (
  <TargetCell {...props} targets={props.field.kind === "link" ? props.field.targets : []} />
);

export function PersonCell({ field, value, record }: CellProps) {
  const id = linkId(value);
  if (!id) return null;
  return (
    <Titled object="user" id={id} record={record} field={field.name}>
      {(title) => (
        <span className={`${base.line} ${base.clip}`}>
          <Avatar name={title || "?"} />
          <span className={base.clip}>{title}</span>
        </span>
      )}
    </Titled>
  );
}

export const DepartmentCell = ({ field, value, record }: CellProps) => (
  <Titled object="department" id={linkId(value)} record={record} field={field.name}>
    {(title) => <span className={base.clip}>{title}</span>}
  </Titled>
);

export const hasTarget = (value: WireValue | undefined): boolean => linkId(value) !== null;
