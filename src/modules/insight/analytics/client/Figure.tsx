import type { ReactNode } from "react";
import { Link } from "react-router";
import type { RecordsRef } from "../shared/insight-parts.contract.ts";
import { countText } from "./figures.ts";
import { listOf } from "./insight-data.ts";

/** A number that leads to its records; nought leads nowhere. */
export function Figure({
  value,
  records,
  children,
}: {
  readonly value: number;
  readonly records: RecordsRef | undefined;
  readonly children?: ReactNode;
}) {
  const text = children ?? countText(value);
  if (value === 0 || !records) return <span className="num muted">{text}</span>;
  return (
    <Link className="num insight-figure" to={listOf(records)}>
      {text}
    </Link>
  );
}
