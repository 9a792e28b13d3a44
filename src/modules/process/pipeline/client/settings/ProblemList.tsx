import type { ProblemItem } from "../../../../../shared/wire/problem.ts";
import * as bannerStyles from "../../../../../ui/kit/banner.module.css";
import * as base from "../../../../../ui/kit/base.module.css";
import * as diffListStyles from "../../../../../ui/kit/diff-list.module.css";
import * as styles from "./ProblemList.module.css";

/** Where a fault is: "stages.demo.entry.budget". */
export interface FaultPlace {
  readonly stage: string;
  /** Tab of the stage: entry, exit, actions, guidance. */
  readonly part: string;
  readonly id: string;
}
const PARTS = ["entry", "exit", "actions", "guidance"];
export function placeOf({ field }: ProblemItem): FaultPlace | null {
  const [root, stage = "", part = "", id = ""] = (field ?? "").split(".");
  return root === "stages" && stage !== ""
    ? { stage, part: PARTS.includes(part) ? part : "basics", id }
    : null;
}

interface ProblemListProps {
  readonly problems: readonly ProblemItem[];
  readonly onGo?: ((problem: ProblemItem) => void) | undefined;
}
/** Faults of a draft, each a link to where it is. */
export function ProblemList({ problems, onGo }: ProblemListProps) {
  if (problems.length === 0) return null;
  return (
    <ul
      className={`${bannerStyles.banner} ${bannerStyles.bannerDanger} ${diffListStyles.diffList}`}
      role="alert"
    >
      {problems.map((problem) => {
        return (
          <li key={`${problem.field ?? ""}${problem.message}`}>
            {onGo && placeOf(problem) ? (
              <button type="button" className={`${base.plain} ${styles.link}`} onClick={() => onGo(problem)}>
                {problem.message}
              </button>
            ) : (
              problem.message
            )}
          </li>
        );
      })}
    </ul>
  );
}
