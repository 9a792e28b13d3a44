import { refuse, type Result } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";

const notAllowed = label("你没有上传文件的权限。", "You do not have permission to upload files.");
export const forbidden = (): Result<never> => refuse({ status: 403, code: "forbidden", text: notAllowed });
