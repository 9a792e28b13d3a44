import { ICON_PATHS } from "./icon-paths.ts";
import * as styles from "./Icon.module.css";

export type IconName = keyof typeof ICON_PATHS;

export interface IconProps {
  readonly name: IconName;
  readonly size?: number;
  /** Read aloud; without it the icon is decoration beside a text. */
  readonly label?: string;
  readonly className?: string;
}

export function Icon({ name, size = 16, label, className }: IconProps) {
  return (
    <svg
      className={className ? `${styles.icon} ${className}` : styles.icon}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={size > 20 ? 1.5 : 1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}

const isIcon = (name: string | undefined): name is IconName => name !== undefined && name in ICON_PATHS;
/** The icon an object names, or a plain one. */
export const objectIcon = (name: string | undefined): IconName => (isIcon(name) ? name : "appstore");
