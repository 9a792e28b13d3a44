import type { ComponentType } from "react";
import type { Label } from "../../shared/i18n/label.ts";
import type { ProblemItem } from "../../shared/wire/problem.ts";

export interface ClientRoute {
  /** Without a leading slash: "insight/funnel". */
  readonly path: string;
  readonly Component: ComponentType;
}

/**
 * A part of a page of an earlier module, at a place that the page names: a further tab where it has a label,
 * among the page's own by its order.
 */
export interface PagePart {
  readonly place: string;
  readonly name: string;
  readonly order: number;
  readonly label?: Label;
  readonly Component: ComponentType<PagePartProps>;
}

export interface PagePartProps {
  /** What the page shows. */
  readonly id: string;
  /** An earlier version of it. */
  readonly version?: number | undefined;
  /** It has changes that are not saved. */
  readonly isEdited?: boolean;
  /** Leads to what a fault is about. */
  readonly onFault?: (fault: ProblemItem) => void;
}
