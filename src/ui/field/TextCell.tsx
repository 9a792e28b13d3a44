import { textValue } from "../data/values.ts";
import type { CellProps } from "./kind-ui.ts";
import * as base from "../kit/base.module.css";

export const TextCell = ({ value }: CellProps) => <span className={base.clip}>{textValue(value)}</span>;
