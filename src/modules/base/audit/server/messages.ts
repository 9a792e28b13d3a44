import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const auditMessages = defineMessages({
  not_a_person: {
    "zh-CN": "只能对联系人、线索或成员提出申请。",
    en: "Only contacts, leads and people can be erased.",
  },
  still_active: {
    "zh-CN": "请先停用该成员并移交其工作，再删除个人信息。",
    en: "Deactivate this person and hand over their work first, then erase the personal data.",
  },
  open_already: {
    "zh-CN": "已有一份未完成的删除申请。",
    en: "There is already an open erasure request.",
  },
  not_open: { "zh-CN": "该申请已处理过。", en: "This request has already been decided." },
  own_request: {
    "zh-CN": "删除须由申请人以外的人批准。",
    en: "An erasure must be approved by someone other than the requester.",
  },
  gone: {
    "zh-CN": "记录不存在，或你无权查看。",
    en: "The record does not exist, or you do not have access to it.",
  },
  removed: {
    "zh-CN": "该记录已过回收站保留期限，内容已清除，不能恢复。",
    en: "This record’s time in the recycle bin is over. Its content has been purged and cannot be restored.",
  },
  no_export: { "zh-CN": "你没有导出的权限。", en: "You do not have permission to export." },
  malformed: { "zh-CN": "请求格式有误。", en: "The request is malformed." },
});
