import { lazily } from "../../kit/lazily.ts";
import type { KindUi } from "../kind-ui.ts";
import { DepartmentCell, LinkCell, PersonCell } from "../LinkCell.tsx";
import { LIST_OPERATORS, LINK_OPERATORS, PERSON_OPERATORS } from "../operators.ts";
import { TagsCell } from "../TagsCell.tsx";

const LinkInput = lazily(() => import("../input/LinkInput.tsx").then((m) => m.LinkInput));
const TagsInput = lazily(() => import("../input/TagsInput.tsx").then((m) => m.TagsInput));
export const link: KindUi = { Cell: LinkCell, Input: LinkInput, operators: LINK_OPERATORS, width: 180, inline: true, sortable: true };
export const person: KindUi = { Cell: PersonCell, Input: LinkInput, operators: PERSON_OPERATORS, width: 130, inline: true, sortable: true };
export const department: KindUi = { Cell: DepartmentCell, Input: LinkInput, operators: LINK_OPERATORS, width: 130, inline: true, sortable: true };
export const tags: KindUi = { Cell: TagsCell, Input: TagsInput, operators: LIST_OPERATORS, width: 160 };
