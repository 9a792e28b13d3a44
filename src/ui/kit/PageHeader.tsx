import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon.tsx";

export interface PageHeaderProps {
  readonly title: ReactNode;
  readonly icon?: IconName;
  readonly note?: ReactNode;
  readonly children?: ReactNode;
}
export function PageHeader({ title, icon, note, children }: PageHeaderProps) {
  return (
    <header className="page-header">
      <h1>
        {icon && <Icon name={icon} size={18} />}
        <span>{title}</span>
        {note !== undefined && <span className="page-note">{note}</span>}
      </h1>
      <div className="page-actions">{children}</div>
    </header>
  );
}
