import { ConfigProvider } from "antd";
import { type ButtonHTMLAttributes, forwardRef, type ReactNode } from "react";
import { Icon, type IconName } from "./Icon.tsx";
import * as styles from "./QuietButton.module.css";

export interface GhostProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly icon?: IconName;
  readonly on?: boolean | undefined;
  readonly children?: ReactNode;
}
/** A quiet button: an icon, a text, or both. An icon alone needs `aria-label`, which is also its tooltip. */
export const QuietButton = forwardRef<HTMLButtonElement, GhostProps>(function Ghost(
  { icon, on, children, className, ...rest },
  ref,
) {
  const { componentDisabled } = ConfigProvider.useConfig();
  const square = children === undefined ? `${styles.ghost} ${styles.ghostSquare}` : styles.ghost;
  return (
    <button
      ref={ref}
      type="button"
      data-part="quiet"
      title={children === undefined ? rest["aria-label"] : undefined}
      {...rest}
      disabled={rest.disabled ?? componentDisabled}
      className={className ? `${square} ${className}` : square}
      data-on={on ? true : undefined}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
});
