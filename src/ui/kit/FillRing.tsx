import * as styles from "./FillRing.module.css";

const RADIUS = 15;
const ROUND = 2 * Math.PI * RADIUS;

export interface FillRingProps {
  readonly done: number;
  readonly total: number;
  /** What it shows, in words. */
  readonly label: string;
  readonly size?: number;
}
/** A ring that closes as things are done; closed, it holds a tick. Amber while something is open. */
export function FillRing({ done, total, label, size = 40 }: FillRingProps) {
  const share = total === 0 ? 1 : done / total;
  return (
    <span className={styles.ring} role="img" aria-label={label} data-closed={share === 1 || undefined}>
      <svg width={size} height={size} viewBox="0 0 36 36" aria-hidden>
        <circle className={styles.track} cx="18" cy="18" r={RADIUS} />
        <circle
          className={styles.arc}
          cx="18"
          cy="18"
          r={RADIUS}
          strokeDasharray={`${ROUND * share} ${ROUND}`}
          transform="rotate(-90 18 18)"
        />
        {share === 1 ? (
          <path className={styles.tick} d="M12 18.500l4 4 8-9" />
        ) : (
          <text x="18" y="21.500" textAnchor="middle">
            {done}/{total}
          </text>
        )}
      </svg>
    </span>
  );
}
