import type { ReactNode } from "react";
import { Link } from "react-router";
import type { RecordsRef } from "../shared/insight-parts.contract.ts";
import { countText } from "./figures.ts";
import { listOf } from "./insight-data.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as insightStyles from "./insight.module.css";

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
  if (value === 0 || !records) return <span className={`${base.num} ${base.muted}`}>{text}</span>;
  return (
    <Link className={`${base.num} ${insightStyles.insightFigure}`} to={listOf(records)}>
      {text}
    </Link>
  );
}
