import { lazily } from "../../kit/lazily.ts";
import type { CellProps, InputProps, KindUi } from "../kind-ui.ts";
import { DepartmentCell, LinkCell, PersonCell } from "../LinkCell.tsx";
import { LIST_OPERATORS, LINK_OPERATORS, PERSON_OPERATORS } from "../operators.ts";
import { LinksCell } from "../LinksCell.tsx";
import { PipelineCell } from "../PipelineCell.tsx";
import { TagsCell } from "../TagsCell.tsx";

const LinkInput = lazily(() => import("../input/LinkInput.tsx").then((m) => m.LinkInput));
const PipelineInput = lazily(() => import("../input/PipelineInput.tsx").then((m) => m.PipelineInput));
const isPipeline = (field: CellProps["field"]): boolean =>
  field.kind === "link" && field.targets[0] === "pipeline";
const LinkOrPipelineCell = (props: CellProps) =>
  isPipeline(props.field) ? <PipelineCell {...props} /> : <LinkCell {...props} />;
const LinkOrPipelineInput = (props: InputProps) =>
  isPipeline(props.field) ? <PipelineInput {...props} /> : <LinkInput {...props} />;
const TagsInput = lazily(() => import("../input/TagsInput.tsx").then((m) => m.TagsInput));
export const link: KindUi = {
  Cell: LinkOrPipelineCell,
  Input: LinkOrPipelineInput,
  operators: LINK_OPERATORS,
  width: 180,
  inline: true,
  sortable: true,
};
export const person: KindUi = {
  Cell: PersonCell,
  Input: LinkInput,
  operators: PERSON_OPERATORS,
  width: 130,
  inline: true,
  sortable: true,
};
export const department: KindUi = {
  Cell: DepartmentCell,
  Input: LinkInput,
  operators: LINK_OPERATORS,
  width: 130,
  inline: true,
  sortable: true,
};
const LinksInput = lazily(() => import("../input/LinksInput.tsx").then((m) => m.LinksInput));
export const links: KindUi = { Cell: LinksCell, Input: LinksInput, operators: LIST_OPERATORS, width: 220 };
export const tags: KindUi = { Cell: TagsCell, Input: TagsInput, operators: LIST_OPERATORS, width: 160 };
